import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildReader } from '../../src/weights/train-reader.ts';

const WEIGHTS = new URL('../../src/weights/', import.meta.url);

describe('buildReader', () => {
  it('gives the shipped weights, bit for bit', { timeout: 180_000 }, () => {
    const { header, bytes } = buildReader();
    expect(header === readFileSync(new URL('reader.json', WEIGHTS), 'utf8')).toBe(true);
    expect(Buffer.compare(bytes, readFileSync(new URL('reader.bin', WEIGHTS)))).toBe(0);
  });
});
