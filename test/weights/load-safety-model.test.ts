import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { loadSafetyModel } from '../../src/weights/load-safety-model.ts';

function folder(): { path: string; url: URL } {
  const path = mkdtempSync(join(tmpdir(), 'weights-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return { path, url: pathToFileURL(`${path}/`) };
}

describe('loadSafetyModel', () => {
  it('reads the shipped weights, whose version is the digest of their bytes', () => {
    const digest = createHash('sha256');
    for (const part of ['short', 'long', 'which'])
      digest.update(readFileSync(`src/weights/safety-${part}.bin`));
    const model = loadSafetyModel();
    expect(model?.version).toBe(digest.digest('hex').slice(0, 8));
    expect(model?.short.labels).toEqual(['raise', 'open']);
    expect(model?.which.labels).toHaveLength(12);
  });

  it('answers null where no weights are shipped', () => {
    expect(loadSafetyModel(folder().url)).toBeNull();
  });

  it('says what to do when header and bytes do not fit', () => {
    const { path, url } = folder();
    const header = readFileSync('src/weights/safety-model.json');
    writeFileSync(join(path, 'safety-model.json'), header);
    for (const part of ['short', 'long', 'which'])
      writeFileSync(join(path, `safety-${part}.bin`), new Uint8Array(8));
    expect(() => loadSafetyModel(url)).toThrow('npm run train');
  });
});
