import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { screenVersion } from '../src/screen-version.ts';

const IMPORT = /^(?:import|export) (?!type )(?:[^'"]*from )?['"](\.[^'"]+)['"]/gm;
const COVERED = ['pipeline/safety', 'pipeline/text', 'pipeline/classify', 'knowledge', 'weights'];

/** A source file and everything it imports at run time. */
function reached(file: string, all = new Set<string>()): Set<string> {
  if (all.has(file)) return all;
  all.add(file);
  for (const [, to = ''] of readFileSync(file, 'utf8').matchAll(IMPORT))
    reached(join(dirname(file), to), all);
  return all;
}

describe('the version of the screen', () => {
  it('covers every source file that the screen is made of', () => {
    const files = ['safety/screen.ts', 'classify/danger.ts'].flatMap((file) => [
      ...reached(`src/pipeline/${file}`),
    ]);
    expect(files.length).toBeGreaterThan(20);
    const folders = COVERED.map((folder) => `src/${folder}/`);
    expect(files.filter((file) => !folders.some((folder) => file.startsWith(folder)))).toEqual([]);
  });

  it('is another one for other data', () => {
    expect(screenVersion(['1'])).toBe(screenVersion(['1']));
    expect(screenVersion(['1'])).not.toBe(screenVersion(['2']));
  });
});
