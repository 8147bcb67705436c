import { describe, expect, it } from 'vitest';
import { decide } from '../../../src/pipeline/review/decide.ts';
import { holdBack } from '../../../src/pipeline/review/hold-back.ts';
import { phraseMark, phrasesMark } from '../../../src/pipeline/review/phrase-mark.ts';
import type { Review } from '../../../src/pipeline/review/review.ts';
import { AUTHOR, assessment, safe } from '../../support/builders.ts';
import { deciding, phrase, review } from '../../support/reviews.ts';

const old = [phrase('a'), phrase('b')];
const newer = [phrase('a'), phrase('c')];
const GATE = { review: 'gate' } as const;

/** The review after a decision that is taken. */
function decided(before: Review, ...[phrases, given]: [typeof old, ReturnType<typeof deciding>]) {
  const became = decide(before, phrases, given);
  if (became.kind !== 'decided') throw new Error(became.kind);
  return became.review;
}

/** Texts that are shown of these phrases. */
function shown(phrases: typeof old, stands: Review | null, policy: { review: 'gate' | 'open' }) {
  const whole = assessment();
  const suggestions = { ...whole.suggestions, phrases };
  const held = holdBack({ ...whole, suggestions }, policy, stands, (key) => key);
  return { texts: held.suggestions.phrases.map(({ text }) => text), ...held.suggestions };
}

describe('a decision', () => {
  it('approving lets exactly the phrases through that were seen', () => {
    const done = decided(review(old), old, deciding(old));
    expect(done).toMatchObject({ state: 'approved', released: old.map(phraseMark) });
    expect(shown(old, done, GATE).texts).toEqual(['Words of a.', 'Words of b.']);
    expect(shown(newer, done, GATE)).toMatchObject({
      texts: ['Words of a.'],
      withheld: 'withheld.gate.some',
    });
    expect(shown([phrase('b', 'Other words.')], done, GATE)).toMatchObject({
      texts: [],
      withheld: 'withheld.gate',
    });
  });

  it('other words stand in the place of the phrase, and approving takes them back', () => {
    const words = new Map([[1, safe('Words of mine.')]]);
    const done = decided(review(old), old, deciding(old, { deed: 'reword', words }));
    expect(shown(old, done, GATE).texts).toEqual(['Words of a.', 'Words of mine.']);
    const again = decided(done, old, deciding(old, { id: 'press-2' }));
    expect(shown(old, again, GATE).texts).toEqual(['Words of a.', 'Words of b.']);
  });

  it('a flag takes phrases back in open mode as well, until somebody approves them', () => {
    const done = decided(review(old), old, deciding(old, { deed: 'flag', reasons: ['misread'] }));
    expect(shown(old, done, { review: 'open' })).toMatchObject({
      texts: [],
      withheld: 'withheld.flagged',
    });
    const again = decided(done, old, deciding(old, { id: 'press-2' }));
    expect(shown(old, again, { review: 'open' }).texts).toHaveLength(2);
  });

  it.each(['take-over', 'ask-back'] as const)('%s leaves the phrases as they are', (deed) => {
    const done = decided(review(old), old, deciding(old, { deed }));
    expect(done).toMatchObject({ released: [], barred: [], instead: [] });
    expect(shown(old, done, GATE).texts).toEqual([]);
  });

  it('counts how long the case had waited', () => {
    const done = decided(review(old, { since: 1_000 }), old, deciding(old, { at: 61_000 }));
    expect(done.decisions).toMatchObject([{ waitedMs: 60_000, told: null }]);
  });

  it.each([
    ['of a reading that has changed', review(old), newer, deciding(old), 'changed'],
    ['about one’s own case', review(old), old, deciding(old, { by: AUTHOR }), 'own-case'],
    ['that came before', decided(review(old), old, deciding(old)), old, deciding(old), 'again'],
  ] as const)('%s is not taken', (_what, before, phrases, given, kind) => {
    expect(decide(before, phrases, given)).toEqual({ kind });
  });
});

describe('phrases', () => {
  it('are all shown in open mode and none in gate mode while nobody has looked', () => {
    expect(shown(old, null, { review: 'open' }).texts).toHaveLength(2);
    expect(shown(old, null, GATE)).toMatchObject({ texts: [], withheld: 'withheld.gate' });
  });

  it('that are none leave the reason why as it is', () => {
    expect(shown([], review([]), GATE)).toMatchObject({ texts: [], withheld: null });
  });

  it('are told apart by id and by wording', () => {
    const marks = [phrase('a'), phrase('b'), phrase('a', 'Other.'), phrase('a ', 'x')].map(
      phraseMark,
    );
    expect(new Set(marks).size).toBe(4);
    expect(phrasesMark([phrase('a'), phrase('b')])).not.toBe(
      phrasesMark([phrase('b'), phrase('a')]),
    );
    expect(phraseMark(phrase('a'))).toMatch(/^[0-9a-f]{16}$/);
  });
});
