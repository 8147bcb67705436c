import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildSafety } from '../../src/weights/train-safety.ts';

const WEIGHTS = new URL('../../src/weights/', import.meta.url);

describe('buildSafety', () => {
  it('gives the shipped weights, bit for bit', { timeout: 180_000 }, () => {
    const { header, bytes } = buildSafety();
    expect(header === readFileSync(new URL('safety-model.json', WEIGHTS), 'utf8')).toBe(true);
    for (const [name, part] of bytes)
      expect(Buffer.compare(part, readFileSync(new URL(`safety-${name}.bin`, WEIGHTS)))).toBe(0);
  });
});
