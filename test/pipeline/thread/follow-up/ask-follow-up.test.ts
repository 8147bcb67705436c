import { describe, expect, it } from 'vitest';
import { advance } from '../../../../src/pipeline/thread/advance.ts';
import { askFollowUp } from '../../../../src/pipeline/thread/follow-up/ask-follow-up.ts';
import { dueAfter, questionId } from '../../../../src/pipeline/thread/follow-up/plan-follow-up.ts';
import { unread } from '../../../../src/pipeline/thread/hypothesis/hypothesis.ts';
import { act, assessment, kase, OTHER, screened } from '../../../support/builders.ts';

const HOUR = 60 * 60 * 1000;
const read = kase({ assessment: assessment() });
const wanted = { ...read, followUp: { ...read.followUp, allowed: true } };
const planned = advance(wanted, act('next-session', { value: 'tomorrow', at: 0 }));
const ask = (over = {}) =>
  act('ask-follow-up', { by: 'system', at: 33 * HOUR, value: questionId(planned) ?? '', ...over });

describe('planning the question', () => {
  it.each([
    ['tomorrow', 24, 48],
    ['days', 72, 120],
    ['week', 7 * 24, 9 * 24],
    ['fortnight', 14 * 24, 16 * 24],
  ] as const)('%s is asked after the session', (next, from, to) => {
    const hours = (dueAfter(0, next) ?? 0) / HOUR;
    expect(hours).toBeGreaterThanOrEqual(from);
    expect(hours).toBeLessThanOrEqual(to);
  });

  it('is taken back, moved, or switched off by the author, one at a time', () => {
    const press = (does: 'next-session' | 'no-follow-ups', value = '', by?: string) =>
      advance(planned, act(does, { value, at: 5, ...(by ? { by } : {}) })).followUp;
    expect(press('next-session', 'none')).toMatchObject({ next: 'none', due: null });
    expect(press('next-session', 'week').due).toBe(dueAfter(5, 'week'));
    expect(press('no-follow-ups')).toMatchObject({ off: true, due: null });
    expect(press('next-session', 'someday').due).toBe(planned.followUp.due);
    expect(press('no-follow-ups', '', OTHER).off).toBe(false);
  });
});

describe('putting the question', () => {
  it('happens once, when its time has come', () => {
    const asked = askFollowUp(planned, ask());
    expect(asked?.followUp.asked?.id).toBe(questionId(planned));
    expect(askFollowUp(asked ?? planned, ask())).toBeNull();
  });

  it.each([
    ['before its time', planned, ask({ at: HOUR })],
    ['by a person', planned, ask({ by: OTHER })],
    ['for a question that was moved', planned, ask({ value: 'f-case-1-17' })],
    ['when nothing is planned', wanted, ask()],
    [
      'where it is not wanted',
      { ...planned, followUp: { ...planned.followUp, allowed: false } },
      ask(),
    ],
    [
      'where it was switched off',
      { ...planned, followUp: { ...planned.followUp, off: true } },
      ask(),
    ],
    [
      'while safety is open',
      { ...planned, assessment: assessment({ safety: screened({}) }) },
      ask(),
    ],
    ['while the author says that it is still open', { ...planned, stillOpen: true }, ask()],
    ['while their own guess is waited for', { ...planned, hypothesis: unread('asked') }, ask()],
    ['before any reading', { ...planned, assessment: null }, ask()],
  ])('does not happen %s', (_, given, event) => {
    expect(askFollowUp(given, event)).toBeNull();
  });
});
