import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createShownLint } from '../../../src/pipeline/guard/shown.ts';
import { safe } from '../../support/builders.ts';
import { knowledge, lint, phraseById, suggest, turnWith } from './given.ts';

const shownLint = createShownLint(knowledge);
const LABELS = knowledge.taxonomy.filter(({ family }) => family !== 'safety').map(({ id }) => id);
const PHRASES = knowledge.interventions.flatMap(({ say }) => say.map(({ id }) => id));
const TEXTS = [
  'They went quiet and I went on.',
  'A 15 year old, by video, went quiet last week.',
  'Couples work; she shouted at me and he apologised.',
  'Court-ordered. He says it is fine. I am a trainee.',
  'First session. I was late. I have tried to name it twice.',
];

const inputs = fc.record({
  labels: fc.uniqueArray(fc.constantFrom(...LABELS), { maxLength: 6 }),
  tapped: fc.uniqueArray(fc.constantFrom(...LABELS), { maxLength: 2 }),
  refused: fc.uniqueArray(fc.constantFrom(...LABELS), { maxLength: 2 }),
  shown: fc.uniqueArray(fc.constantFrom(...PHRASES), { maxLength: 40 }),
  text: fc.constantFrom(...TEXTS),
  wish: fc.constantFrom(
    'first' as const,
    'another' as const,
    'shorter' as const,
    'softer' as const,
  ),
});

/** The longer of two sentences over the shorter. */
const ratio = (a: number, b: number) => Math.max(a, b) / Math.max(1, Math.min(a, b));

describe('suggestions for any case', () => {
  it('hold at most three phrases that pass the guard, none twice and none seen before', () => {
    fc.assert(
      fc.property(inputs, ({ labels, text, ...rest }) => {
        const { suggestions } = suggest(turnWith(labels, { text: safe(text), ...rest }));
        const { phrases } = suggestions;
        const ids = phrases.map(({ id }) => id);
        expect(ids.length).toBeLessThanOrEqual(3);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.filter((id) => rest.shown.includes(id))).toEqual([]);
        for (const phrase of phrases) {
          const { speaker } = phraseById(phrase.id).intervention;
          const context =
            speaker === 'self' ? [] : labels.filter((id) => !rest.refused.includes(id));
          expect(lint(phrase.text, context).errors).toEqual([]);
        }
        expect(phrases.length === 0).toBe(suggestions.withheld !== null);
      }),
      { numRuns: 150 },
    );
  });

  it('hold one to three rungs, and a formulation that passes the guard for shown sentences', () => {
    fc.assert(
      fc.property(inputs, ({ labels, text, ...rest }) => {
        const { suggestions, formulation } = suggest(
          turnWith(labels, { text: safe(text), ...rest }),
        );
        const rungs = suggestions.consultation.map(({ id }) => id);
        expect(rungs.length).toBeGreaterThanOrEqual(1);
        expect(rungs.length).toBeLessThanOrEqual(3);
        expect(new Set(rungs).size).toBe(rungs.length);
        for (const part of Object.values(formulation ?? {})) {
          expect(shownLint(part).errors).toEqual([]);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('give both sides of a formulation about the same room', () => {
    fc.assert(
      fc.property(inputs, ({ labels }) => {
        const { formulation } = suggest(turnWith(labels));
        if (formulation === null) return;
        const [theirs = '', ...ours] = formulation.sides.split(/(?<=\.) /);
        expect(ratio(theirs.length, ours.join(' ').length)).toBeLessThanOrEqual(2.2);
      }),
      { numRuns: 150 },
    );
  });
});
