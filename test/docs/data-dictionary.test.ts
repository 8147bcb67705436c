import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SHAPES } from '../../src/state/records/shapes.ts';
import { caseThread, threadKey } from '../state/examples.ts';

const page = readFileSync('docs/data-dictionary.md', 'utf8');
const named = (name: string) => page.includes(`\`${name}\``);

describe('the data dictionary', () => {
  it('names every field of a case', () => {
    const fields = Object.keys(caseThread(threadKey()));
    expect(fields.length).toBeGreaterThan(15);
    expect(fields.filter((field) => !named(field))).toEqual([]);
  });

  it('names every kind of record, and no kind that is not kept', () => {
    expect(Object.keys(SHAPES).filter((kind) => !named(kind))).toEqual([]);
    const [, records = ''] = page.split('## Records beside the cases');
    const [table = ''] = records.split('## The audit');
    const listed = [...table.matchAll(/`([a-z-]+)`/g)].map(([, kind = '']) => kind);
    expect(listed.filter((kind) => !Object.hasOwn(SHAPES, kind))).toEqual([]);
  });

  it('names how every code of the audit begins', () => {
    const code = globSync('src/**/*.ts')
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
    const starts = [...code.matchAll(/\bwhat(?:: | = )['`]([a-z]+\.)[a-z$]/g)];
    expect(starts.length).toBeGreaterThan(5);
    const unnamed = starts
      .map(([, start = '']) => start)
      .filter((start) => !page.includes(`\`${start}\``));
    expect([...new Set(unnamed)]).toEqual([]);
  });
});
