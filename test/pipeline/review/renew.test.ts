import { describe, expect, it } from 'vitest';
import { decide } from '../../../src/pipeline/review/decide.ts';
import { renewReview } from '../../../src/pipeline/review/renew.ts';
import type { ReviewDeed } from '../../../src/pipeline/review/review.ts';
import { whenToRemind } from '../../../src/pipeline/review/when-to-remind.ts';
import { DEFAULT_POLICY } from '../../../src/pipeline/settings/workspace-policy.ts';
import { assessment, kase, turn } from '../../support/builders.ts';
import { deciding, phrase, review } from '../../support/reviews.ts';

const old = [phrase('a')];
const newer = [phrase('b')];
const with_ = (phrases: typeof old, at?: number) => {
  const whole = assessment();
  const answered = at === undefined ? [] : [{ ...turn({ id: 'turn-2', at }), flags: [] }];
  return kase({
    assessment: { ...whole, suggestions: { ...whole.suggestions, phrases } },
    turns: [...kase().turns, ...answered],
  });
};
const shown = (mode: 'open' | 'gate', over: object = {}) => ({
  ...{ kase: with_(old), policy: { review: mode }, now: 9_000, ...over },
});
const decided = (deed: ReviewDeed) => {
  const became = decide(review(old), old, deciding(old, { deed }));
  if (became.kind !== 'decided') throw new Error(became.kind);
  return became.review;
};

describe('a reading that is shown', () => {
  it.each([
    [
      'opens a review behind the gate',
      shown('gate'),
      { state: 'waiting', asked: 'gate', since: 9_000 },
    ],
    ['opens one when the clinician asks', shown('open', { asks: true }), { asked: 'author' }],
    [
      'opens one when the clinician asks without phrases',
      shown('open', { asks: true, kase: with_([]) }),
      { state: 'waiting' },
    ],
  ])('%s', (_what, given, result) => {
    expect(renewReview(null, given)).toMatchObject(result);
  });

  it.each([
    ['in open mode', shown('open')],
    ['without phrases', shown('gate', { kase: with_([]) })],
  ])('opens none %s', (_what, given) => {
    expect(renewReview(null, given)).toBeNull();
  });

  it.each<[string, ReviewDeed, object, string, number]>([
    ['stays approved while the phrases stay', 'approve', {}, 'approved', 1_000],
    ['waits again with newer phrases', 'approve', { kase: with_(newer) }, 'waiting', 9_000],
    ['stays flagged while the phrases stay', 'flag', {}, 'flagged', 1_000],
    ['stays with whoever took it over', 'take-over', { kase: with_(newer) }, 'taken-over', 1_000],
    ['waits for the clinician’s answer', 'ask-back', { kase: with_(newer) }, 'asked-back', 1_000],
    ['waits again once they answer', 'ask-back', { kase: with_(newer, 6_000) }, 'waiting', 9_000],
    ['waits again when they ask again', 'approve', { asks: true }, 'waiting', 9_000],
  ])('%s', (_what, deed, over, state, since) => {
    expect(renewReview(decided(deed), shown('gate', over))).toMatchObject({ state, since });
  });

  it('keeps the time it has waited since when the reading changes meanwhile', () => {
    const waits = renewReview(review(old), shown('gate', { kase: with_(newer) }));
    expect(waits).toMatchObject({ state: 'waiting', since: 1_000 });
    expect(waits?.about).not.toBe(review(old).about);
  });

  it('is the same review when nothing moved', () => {
    const stands = review(old);
    expect(renewReview(stands, shown('gate'))).toBe(stands);
  });
});

describe('reminders', () => {
  const hours = { days: [1, 2, 3, 4, 5], from: 9, to: 17, zone: 'UTC' };
  const policy = { ...DEFAULT_POLICY, workingHours: hours };
  const at = (iso: string) => Date.parse(`2026-11-${iso}:00Z`);

  it.each([
    ['in the morning', '16T09:00', '16T13:00', '18T09:00'],
    ['on Friday afternoon', '20T15:00', '23T11:00', '24T15:00'],
    ['at night', '18T23:00', '19T13:00', '23T09:00'],
  ])('of what came %s count working hours alone', (_when, since, remind, escalate) => {
    const hours = { remindAfterHours: 4, escalateAfterHours: 16 };
    const when = whenToRemind(at(since), { ...policy, ...hours });
    expect(when).toEqual({ remind: at(remind), escalate: at(escalate) });
  });

  it('are never after the escalation', () => {
    const when = whenToRemind(at('16T09:00'), {
      ...policy,
      remindAfterHours: 6,
      escalateAfterHours: 2,
    });
    expect(when.escalate).toBeGreaterThanOrEqual(when.remind);
  });
});
