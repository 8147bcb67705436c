import { describe, expect, it } from 'vitest';
import { scoreDeid } from '../../../bench/deid.ts';
import { percent } from '../../../bench/deid-measures.ts';
import { deidentify } from './tables.ts';

const scores = scoreDeid(deidentify);

describe('de-identification on the labelled notes', () => {
  it.each([
    ['recall', percent(scores.corpus.recall), 99],
    ['precision', percent(scores.corpus.precision), 95],
    ['clean texts', percent(scores.corpus.clean), 93],
    ['recall, all in small letters', percent(scores.corpusLower.recall), 90],
    ['recall on our own notes', percent(scores.extra.recall), 98.5],
    ['precision on our own notes', percent(scores.extra.precision), 90],
  ])('%s is %f, at least %f', (_, figure, mark) => expect(figure).toBeGreaterThanOrEqual(mark));

  it('touches at most 3 % of the hard negatives', () => {
    expect(percent(scores.corpus.negatives)).toBeLessThanOrEqual(3);
  });

  it.each(['email', 'phone', 'fax', 'ssn', 'mrn', 'ip', 'url', 'mention'])('misses no %s', (kind) =>
    expect(percent(scores.corpus.byClass[kind] ?? { hit: 0, of: 1 })).toBe(100),
  );

  it('changes at most 4 % of write-ups that hold no identifier', () => {
    expect(percent(scores.writeUps)).toBeLessThanOrEqual(4);
  });
});
