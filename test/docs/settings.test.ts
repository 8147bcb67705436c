import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const pages = ['README.md', 'docs/operate.md'].map((file) => readFileSync(file, 'utf8')).join('\n');
/** Settings as the program names them, in its shapes and where it reads the environment by itself. */
const read = new Set(
  globSync('src/**/*.ts')
    .map((file) => readFileSync(file, 'utf8'))
    .flatMap((code) => [...code.matchAll(/\b(?:IMPASSE|SLACK|OPENAI|LLM)_[A-Z_]+[A-Z]\b/g)])
    .map(([name]) => name),
);

describe('settings', () => {
  it.each([...read].sort())('%s is explained', (name) => {
    expect(pages).toContain(`\`${name}\``);
  });

  it('that are explained are read', () => {
    const explained = [...pages.matchAll(/`((?:IMPASSE|SLACK|OPENAI|LLM)_[A-Z_]+[A-Z])`/g)];
    expect(explained.length).toBeGreaterThan(20);
    expect(explained.map(([, name = '']) => name).filter((name) => !read.has(name))).toEqual([]);
  });
});
