import { describe, expect, it } from 'vitest';
import { safe } from '../../support/builders.ts';
import { knowledge, marker, suggest, turnWith } from './given.ts';

const formulated = (...labels: ReturnType<typeof marker>[]) =>
  suggest(
    turnWith([], {
      reading: { direction: 'withdrawal', enoughInfo: true, labels, candidates: [] },
    }),
  ).formulation;
const shown = (id: string) => knowledge.label(id).shown;

describe('formulate', () => {
  it('quotes the clinician and tells what each may protect, what is around it and a dated guess', () => {
    const formulation = formulated(
      marker('wd-denial', { evidence: [safe('says it is fine')] }),
      marker('th-anger', { evidence: [safe('I was cross')] }),
      marker('trg-fee-billing', { evidence: [safe('since I raised the fee')] }),
    );
    expect(formulation?.moment).toBe(
      'In your words: “since I raised the fee” and “says it is fine”.',
    );
    expect(formulation?.sides).toContain(shown('wd-denial').sense);
    expect(formulation?.sides).toContain(shown('th-anger').sense);
    expect(formulation?.frame).toBe(shown('trg-fee-billing').sentence);
    expect(formulation?.workingGuess).toMatch(/^On 4 March 2025, and only for now: it may be/);
  });

  it.each([
    ['- went quiet.', 'went quiet'],
    ['went quiet"', 'went quiet'],
    ['said "fine"', 'said "fine"'],
    ['costs $& more', 'costs $& more'],
  ])('quotes %s as %s', (evidence, quoted) => {
    const { moment } = formulated(marker('wd-denial', { evidence: [safe(evidence)] })) ?? {};
    expect(moment).toBe(`In your words: “${quoted}”.`);
  });

  it('cuts a long quote at a word and keeps what stays verbatim', () => {
    const long = 'she told me about the neighbours and then about their dog and '.repeat(6);
    const { moment = '' } = formulated(marker('wd-denial', { evidence: [safe(long)] })) ?? {};
    const quoted = /“(.*)…”/.exec(moment)?.[1] ?? 'nothing';
    expect(long.startsWith(quoted)).toBe(true);
    expect(quoted.length).toBeLessThanOrEqual(180);
  });

  it('uses what the label says when a tap brought no words', () => {
    const { moment } = formulated(marker('wd-denial', { evidence: [] })) ?? {};
    expect(moment).toBe(shown('wd-denial').sentence);
  });

  it('says so when the therapist’s side is not told', () => {
    const { sides } = formulated(marker('wd-denial')) ?? {};
    expect(sides).toContain(knowledge.words['formulation.sides.unknown-therapist'] ?? '?');
  });
});
