import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/load.ts';
import { createPartFinder } from '../../../src/pipeline/text/part-finder.ts';
import { createPatternFinder } from '../../../src/pipeline/text/pattern-finder.ts';

const { signals, redFlags, info } = loadKnowledge();
const sources = [
  ...signals.map(({ id, patterns }) => ({ of: id, patterns })),
  ...redFlags.map(({ id, patterns }) => ({ of: id, patterns })),
  ...info.map(({ id, told }) => ({ of: id, patterns: told })),
];
const cases = readFileSync('bench/cases/dev/cases.jsonl', 'utf8').trim().split('\n');
const texts = cases.map((line) => (JSON.parse(line) as { text: string }).text);

describe('the finder of patterns', () => {
  it('finds exactly what trying every pattern finds', () => {
    const find = createPatternFinder(sources);
    const plain = sources.map(({ of, patterns }) => ({
      of,
      signs: patterns.map((source) => new RegExp(source, 'i')),
    }));
    const some = new Set<string>();
    for (const text of [...texts, ...texts.map((each) => each.toUpperCase())]) {
      const expected = plain.filter(({ signs }) => signs.some((sign) => sign.test(text)));
      expect([...find(text)].sort()).toEqual(expected.map(({ of }) => of).sort());
      for (const { of } of expected) some.add(of);
    }
    expect(some.size).toBeGreaterThan(20);
  });

  it('finds what is written in capitals, and what needs too little to be told', () => {
    const find = createPatternFinder([
      { of: 'late', patterns: ['\\bnever (?:once )?on time\\b', 'so late\\b'] },
      { of: 'short', patterns: ['\\bno\\b'] },
    ]);
    expect([...find('He is SO LATE.')]).toEqual(['late']);
    expect([...find('No, never on time.')].sort()).toEqual(['late', 'short']);
    expect([...find('He is so lately.')]).toEqual([]);
  });
});

describe('the finder of parts', () => {
  it('finds every part that stands in a text and no other', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'é', 'š'), maxLength: 30 });
    const part = fc.string({
      unit: fc.constantFrom('a', 'b', ' ', 'é'),
      minLength: 4,
      maxLength: 6,
    });
    fc.assert(
      fc.property(fc.array(part), letters, (parts, text) => {
        const found = createPartFinder(parts)(text);
        expect(found).toEqual(new Set(parts.filter((each) => text.includes(each))));
      }),
      { numRuns: 500 },
    );
  });
});
