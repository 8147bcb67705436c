import { statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { loadReaderModel } from '../../src/weights/load-reader-model.ts';

const MEGABYTE = 2 ** 20;

describe('loadReaderModel', () => {
  const started = performance.now();
  const model = loadReaderModel();
  const took = performance.now() - started;

  it('loads in under 200 ms', () => {
    expect(took).toBeLessThan(200);
  });

  it('ships less than four megabytes', () => {
    const size = (name: string) =>
      statSync(new URL(`../../src/weights/${name}`, import.meta.url)).size;
    expect(size('reader.bin') + size('reader.json')).toBeLessThan(4 * MEGABYTE);
  });

  it('knows every label of the taxonomy but the safety ids', () => {
    const ids = loadKnowledge()
      .taxonomy.filter(({ family }) => family !== 'safety')
      .map(({ id }) => id);
    expect([...(model?.linear.labels ?? [])].sort()).toEqual([...ids, 'none'].sort());
  });
});
