import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/load.ts';

const { words } = loadKnowledge(undefined, () => () => ({ pass: true, errors: [] }));
const sources = [...globSync('src/**/*.ts'), ...globSync('demo/**/*.ts')].map((file) => ({
  file,
  code: readFileSync(file, 'utf8'),
}));

const asked = sources.flatMap(({ file, code }) =>
  [...code.matchAll(/\bsay\(\s*'([a-z][\w.-]+\.[\w.-]+)'/g)].map(([, key = '']) => ({ file, key })),
);

describe('words.yml', () => {
  it('holds every sentence the program asks for by name', () => {
    expect(asked.length).toBeGreaterThan(20);
    expect(asked.filter(({ key }) => words[key] === undefined)).toEqual([]);
  });

  it('holds at least one sentence for every name the program puts together', () => {
    const stems = sources.flatMap(({ file, code }) =>
      [...code.matchAll(/\bsay\(\s*`([a-z][\w-]*(?:\.[a-z][\w-]*)*\.)\$\{/g)].map(
        ([, stem = '']) => ({ file, stem }),
      ),
    );
    const keys = Object.keys(words);
    expect(stems.length).toBeGreaterThan(5);
    expect(stems.filter(({ stem }) => !keys.some((key) => key.startsWith(stem)))).toEqual([]);
  });
});
