import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../../../src/knowledge/load.ts';
import { advance } from '../../../../src/pipeline/thread/advance.ts';
import {
  type DECISIONS,
  SIZES,
} from '../../../../src/pipeline/thread/planner/consultation-plan.ts';
import { keepFor } from '../../../../src/pipeline/thread/planner/keep-for.ts';
import { layOutPlan } from '../../../../src/pipeline/thread/planner/lay-out-plan.ts';
import { planNote } from '../../../../src/pipeline/thread/planner/plan-note.ts';
import { planState } from '../../../../src/pipeline/thread/planner/plan-state.ts';
import { createSay } from '../../../../src/pipeline/thread/say.ts';
import { act, kase, marker, OTHER, reading } from '../../../support/builders.ts';

const k = loadKnowledge(undefined, () => () => ({ pass: true, errors: [] }));
const say = createSay(k.words);
const DAY = 24 * 60 * 60 * 1000;

describe.each(SIZES)('a plan of %i interviews', (size) => {
  const laid = layOutPlan(size, reading(), k);
  const note = planNote(laid, k.plan, say).join('\n\n');

  it('has one a week, begins with each alone and ends with a decision together', () => {
    expect(laid.map(({ week }) => week)).toEqual(Array.from({ length: size }, (_, at) => at + 1));
    expect(laid.slice(0, 2).map(({ with: whom }) => whom)).toEqual(['client', 'therapist']);
    expect(laid.at(-1)).toMatchObject({ state: 'E4-decide', with: 'all' });
  });

  it('gives every interview aims and at least one question, none of them twice for you', () => {
    for (const { aims, client, therapist } of laid) {
      expect(aims.length).toBeGreaterThan(0);
      expect(client.length + therapist.length).toBeGreaterThan(0);
    }
    const yours = laid.flatMap(({ therapist }) => therapist);
    expect(new Set(yours).size).toBe(yours.length);
  });

  it('is a note that says what is shared, what is not, and five ways on, without a date', () => {
    expect(note).toContain('What is shared');
    expect(note).toContain('What is not shared');
    expect(note).toContain(`Week ${size}`);
    for (const { title } of k.plan.decisions) expect(note).toContain(title);
    expect(note).not.toMatch(/\d{4}|\{|\b(?:january|february|march|april|june|july)\b/i);
  });

  it('walks through the steps of the consultation to its end', () => {
    const states = Array.from({ length: size + 1 }, (_, held) =>
      planState({ interviews: size, since: 0, held, decision: null, ended: null }, k.plan),
    );
    expect([states[0], states[1], states.at(-1)]).toEqual([
      'E0-request',
      'E1-therapist',
      'E4-decide',
    ]);
    const done = (decision: (typeof DECISIONS)[number] | null) =>
      planState({ interviews: size, since: 0, held: size, decision, ended: 9 }, k.plan);
    expect([done('resume'), done('exit'), done(null)]).toEqual(['resolved', 'E9-harm', null]);
  });
});

describe('the questions', () => {
  it('put first what fits the case', () => {
    const against = reading({ labels: [marker('cf-complaint-therapist')] });
    const [plain] = layOutPlan(5, reading(), k);
    const [fitting] = layOutPlan(5, against, k);
    expect(fitting?.client[0]).toContain('when you complained');
    expect(plain?.client[0]).not.toContain('when you complained');
  });
});

describe('the plan of a case', () => {
  const planned = advance(kase(), act('plan', { value: '5', at: 0 }));
  const moved = (value: string, by?: string) =>
    advance(planned, act('plan-step', { value, at: 9, ...(by ? { by } : {}) })).plan;

  it('is made, carried on, decided or stopped by the author alone', () => {
    expect(planned.plan).toMatchObject({ interviews: 5, held: 0, ended: null });
    expect(moved('3')).toMatchObject({ held: 3, ended: null });
    expect(moved('group')).toMatchObject({ decision: 'group', ended: 9 });
    expect(moved('stop')).toMatchObject({ decision: null, ended: 9 });
    expect(moved('3', OTHER)?.held).toBe(0);
    expect(advance(kase(), act('plan', { value: '5', by: OTHER })).plan).toBeNull();
  });

  it.each(['6', '7', '-1', 'cure', ''])('does not move to %s', (value) => {
    expect(moved(value)).toEqual(planned.plan);
  });

  it.each(['3', '7', ''])('is not made with %s interviews', (value) => {
    expect(advance(kase(), act('plan', { value })).plan).toBeNull();
  });

  it('keeps its case until long after its end, and no other case longer', () => {
    expect(keepFor(kase(), 30 * DAY, 0)).toBe(30 * DAY);
    expect(keepFor(planned, 30 * DAY, 0)).toBeGreaterThan(60 * DAY);
    expect(keepFor(planned, 30 * DAY, 400 * DAY)).toBe(30 * DAY);
    const { plan } = advance(planned, act('plan-step', { value: 'stop' }));
    expect(keepFor({ plan }, 30 * DAY, 0)).toBe(30 * DAY);
  });
});
