import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../../../src/knowledge/load.ts';
import type { ThreadEvent } from '../../../../src/pipeline/message.ts';
import { NO_FOLLOW_UP } from '../../../../src/pipeline/thread/follow-up/follow-up.ts';
import { courseSignals } from '../../../../src/pipeline/thread/stages/course-signals.ts';
import { createOutcomeTold } from '../../../../src/pipeline/thread/stages/outcome-told.ts';
import { takeTries } from '../../../../src/pipeline/thread/stages/take-tries.ts';
import type { Tried } from '../../../../src/pipeline/thread/tried.ts';
import {
  act,
  assessment,
  kase,
  marker,
  OTHER,
  reading,
  safe,
  turn,
} from '../../../support/builders.ts';

const k = loadKnowledge(undefined, () => () => ({ pass: true, errors: [] }));
const parts = {
  told: createOutcomeTold(k.outcomeWords),
  familyOf: (id: string) => k.label(id).family as string,
};
const read = kase({
  assessment: assessment({
    reading: reading({ labels: [marker('trg-fee-billing'), marker('wd-minimal-response')] }),
  }),
});
const asked = { ...NO_FOLLOW_UP, asked: { id: 'f-1', at: 1500, after: 'turn-1', answer: null } };
const waiting = { ...read, followUp: asked };
const take = (before: typeof read, ...events: readonly ThreadEvent[]) =>
  takeTries(before, before, events, parts).kase;
const says = (text: string, over = {}) =>
  turn({ id: `t-${text.length}`, at: 2000, text: safe(text), ...over });

describe('what is told about a try', () => {
  it('is kept with the family that led the reading, and nothing of its words', () => {
    const [one, ...more] = take(read, says('It helped.')).tries;
    expect([one?.how, one?.family, more]).toEqual(['helped', 'withdrawal', []]);
    expect(JSON.stringify(one)).not.toContain('It helped');
  });

  it('answers the question that waits, in words or by a button', () => {
    expect(take(waiting, says('It helped.')).followUp.asked?.answer).toBe('t-10');
    expect(take(waiting, act('went', { value: 'worse' })).followUp.asked?.answer).toBe('f-1');
  });

  it('is one try when the answer is changed, and another when told later on', () => {
    const first = take(waiting, says('It helped.'));
    const changed = take(first, act('went', { value: 'worse', at: 3000 }));
    expect(changed.tries.map(({ id, how }) => [id, how])).toEqual([['f-1', 'worse']]);
    const again = take(changed, act('went', { value: 'no-change', at: 4000 }));
    expect(again.tries.map(({ how }) => how)).toEqual(['no-change']);
    const later = take(again, says('Now it helped.', { at: 9000 }));
    expect(later.tries.map(({ how }) => how)).toEqual(['no-change', 'helped']);
  });

  it.each([
    ['before any reading', kase(), says('It helped.')],
    ['by somebody else', read, says('It helped.', { author: OTHER })],
    ['by a press while nothing was asked', read, act('went', { value: 'helped' })],
    ['by somebody else’s press', waiting, act('went', { value: 'helped', by: OTHER })],
    ['by a forged value', waiting, act('went', { value: 'cured' })],
    ['in a guess noted before the reading', read, says('It helped.', { about: 'hypothesis' })],
  ])('is nothing %s', (_, before, event) => {
    expect(take(before, event).tries).toEqual([]);
  });
});

describe('what tries ask of the next suggestion', () => {
  const tries = (...hows: readonly Tried['how'][]) =>
    hows.map((how, at) => ({ id: `t-${at}`, at, how, family: null, interventions: [] }));
  const signals = (...hows: readonly Tried['how'][]) => courseSignals(tries(...hows), [], null);

  it.each([
    [['no-change', 'no-change'], ['sg-tried-twice']],
    [
      ['no-change', 'worse'],
      ['sg-tried-twice', 'sg-got-worse'],
    ],
    [['no-change', 'not-used', 'no-change'], ['sg-tried-twice']],
    [['worse'], ['sg-got-worse']],
    [['no-change'], []],
    [['no-change', 'helped', 'no-change'], []],
    [['no-change', 'no-change', 'resolved'], []],
    [['not-used', 'not-used'], []],
    [[], []],
  ] as const)('after %s is %s', (hows, expected) => {
    expect(signals(...hows)).toEqual(expected);
  });

  it('is nothing more at the end of a stage model', () => {
    expect(courseSignals([], [], { state: 'resolved' })).toEqual(['sg-worked-through']);
    expect(courseSignals([], [], { state: 'W2-disembed' })).toEqual([]);
  });

  it('lets words come again once more is told after it got worse', () => {
    expect(courseSignals(tries('worse'), [{ id: 'new', at: 10 }], null)).toEqual([]);
    expect(courseSignals(tries('worse'), [{ id: 't-0', at: 10 }], null)).toEqual(['sg-got-worse']);
  });
});
