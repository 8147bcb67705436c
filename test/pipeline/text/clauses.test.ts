import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clauses } from '../../../src/pipeline/text/clauses.ts';

const cut = (text: string) => clauses(text).map(({ start, end }) => text.slice(start, end).trim());

describe('clauses', () => {
  it('cuts at commas, dashes and joining words', () => {
    expect(cut('She arrived late, and I said nothing because I was cross.')).toEqual([
      'She arrived late,',
      'and I said nothing',
      'because I was cross.',
    ]);
  });

  it('leaves short pieces with the one before', () => {
    expect(cut('Yes, no, fine.')).toEqual(['Yes, no,', 'fine.']);
  });

  it('knows what stands inside quotation marks', () => {
    const text = 'He said "you never listen to me" and then he left.';
    const quoted = clauses(text).filter((clause) => clause.quoted);
    expect(quoted.map(({ start, end }) => text.slice(start, end))).toEqual([
      '"you never listen to me',
    ]);
  });

  it('covers every character of a sentence once', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        const found = clauses(text);
        for (const [at, { start, end }] of found.entries()) {
          expect(end).toBeGreaterThan(start);
          expect(start).toBeGreaterThanOrEqual(found[at - 1]?.end ?? 0);
        }
      }),
    );
  });
});
