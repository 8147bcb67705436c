import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../../../src/knowledge/load.ts';
import type { ConsultationPlan } from '../../../../src/pipeline/thread/planner/consultation-plan.ts';
import { type CaseStage, stageOf } from '../../../../src/pipeline/thread/stages/case-stage.ts';
import {
  type CourseStep,
  createFollowCourse,
} from '../../../../src/pipeline/thread/stages/follow-course.ts';
import { marker, reading } from '../../../support/builders.ts';

const k = loadKnowledge(undefined, () => () => ({ pass: true, errors: [] }));
const follow = createFollowCourse(k.machines, k.stageCues);

const RUNNING: ConsultationPlan = {
  ...{ interviews: 5, since: 0, held: 0, decision: null, ended: null },
};

/** A case that stands at this point of a model. */
const at = (machine: string, state: string): CaseStage | null =>
  stageOf([{ machine, state, at: 1, from: 'before' }]);

const step = (over: Partial<CourseStep>): CourseStep => ({
  ...{ stage: null, reading: reading(), told: [], tried: [], plan: null, planState: null },
  ...{ by: 'act-1', now: 2 },
  ...over,
});

const says = (text: string, labels: readonly string[] = []) => [{ id: 'turn-2', text, labels }];
const away = reading({ direction: 'withdrawal', labels: [marker('wd-minimal-response')] });
const against = reading({ direction: 'confrontation', labels: [marker('cf-complaint-therapist')] });
const work = reading({ labels: [marker('cau-task-disagreement')] });
const downhill = reading({ labels: [marker('pat-downhill-after-good-start')] });

describe('where a case begins', () => {
  it.each([
    ['a moving away', away, 'W1-marker'],
    ['a moving against', against, 'C1-marker'],
    ['a strain about the work', work, 'N1-notice'],
    [
      'a complaint about the work alone',
      reading({ direction: 'confrontation', labels: [marker('cf-complaint-activities')] }),
      'N1-notice',
    ],
    [
      'a complaint about the work and the person',
      reading({
        direction: 'confrontation',
        labels: [marker('cf-complaint-activities'), marker('cf-complaint-therapist')],
      }),
      'C1-marker',
    ],
    [
      'both in turn',
      reading({ direction: 'mixed', labels: [marker('mx-mixed-rupture')] }),
      'C1-marker',
    ],
  ])('with %s', (_, given, state) => {
    expect(follow(step({ reading: given, told: says('x') }))?.state).toBe(state);
  });

  it('further on, when the first message tells of it', () => {
    const text = 'He has been silent. I said that I noticed the distance between us.';
    const stage = follow(step({ reading: away, told: says(text) }));
    expect(stage?.path.map(({ state }) => state)).toEqual(['W1-marker', 'W2-disembed']);
  });

  it('nowhere while nothing points to a model', () => {
    expect(follow(step({ told: says('Nothing much.') }))).toBeNull();
  });

  it('past the good start when the course has gone downhill', () => {
    const told = says('It went downhill.', ['pat-downhill-after-good-start']);
    expect(follow(step({ reading: downhill, told }))?.state).toBe('D3-vigilance');
  });
});

describe('what the clinician tells', () => {
  it.each([
    ['W1-marker', 'I told her that I noticed we had both gone quiet.', 'W2-disembed'],
    ['W2-disembed', 'She hinted that the fee bothers her.', 'W3-qualified-assertion'],
    ['W2-disembed', 'She said it was expensive, but never mind.', 'W3-qualified-assertion'],
    ['W3-qualified-assertion', 'She was afraid that I would be cross.', 'W4-avoidance'],
    ['W3-qualified-assertion', 'She said it is hard to say to my face.', 'W4-avoidance'],
    ['W4-avoidance', 'She told me plainly that she wants me to ask less.', 'W5-self-assertion'],
    ['W2-disembed', 'She asked me to slow down.', 'W5-self-assertion'],
  ])('moves a moving away from %s: %s', (from, text, to) => {
    const stage = at('sm-withdrawal', from);
    expect(follow(step({ stage, reading: away, told: says(text) }))?.state).toBe(to);
  });

  it.each([
    ['C1-marker', 'I owned that I had been sharp.', 'C2-disembed'],
    ['C2-disembed', 'He told me how I had let him down in spring.', 'C3-construal'],
    ['C3-construal', 'He apologised for shouting.', 'C4-avoid-aggression'],
    ['C6-vulnerability', 'He got angry again.', 'C5-avoid-vulnerability'],
    ['C3-construal', 'He teared up.', 'C6-vulnerability'],
    ['C4-avoid-aggression', 'He felt so let down.', 'C6-vulnerability'],
  ])('moves a moving against from %s: %s', (from, text, to) => {
    const stage = at('sm-confrontation', from);
    expect(follow(step({ stage, reading: against, told: says(text) }))?.state).toBe(to);
  });

  it.each([
    ['sm-withdrawal', 'W2-disembed', away, 'She did not ask me to stop.'],
    ['sm-withdrawal', 'W1-marker', away, 'Should I have said that I noticed the distance?'],
    ['sm-withdrawal', 'W2-disembed', away, 'I hope she asked me to slow down for a reason.'],
    ['sm-withdrawal', 'W2-disembed', away, 'She told her mother that she wants to move out.'],
    ['sm-confrontation', 'C3-construal', against, 'He never apologised.'],
    ['sm-confrontation', 'C3-construal', against, 'If he felt hurt he would not say so.'],
    ['sm-confrontation', 'C1-marker', against, 'I could not have apologised.'],
  ])('leaves %s at %s when it is denied, asked or imagined', (machine, state, given, text) => {
    const stage = at(machine, state);
    expect(follow(step({ stage, reading: given, told: says(text) }))?.state).toBe(state);
  });

  it('counts in the order told, loops and skips included', () => {
    const stage = at('sm-withdrawal', 'W5-self-assertion');
    const text = 'She was worried to say it to me. I wondered aloud. She asked me to listen.';
    const path = follow(step({ stage, reading: away, told: says(text) }))?.path ?? [];
    expect(path.map(({ state }) => state)).toEqual([
      ...['W5-self-assertion', 'W4-avoidance', 'W2-disembed', 'W5-self-assertion'],
    ]);
  });

  it('counts by its labels where no words point anywhere', () => {
    const told = says('Weather again.', ['wd-topic-shift']);
    const from = (state: string) =>
      follow(step({ stage: at('sm-withdrawal', state), reading: away, told }))?.state;
    expect(from('W3-qualified-assertion')).toBe('W4-avoidance');
    expect(from('W1-marker')).toBe('W1-marker');
  });
});

describe('after it was worked through', () => {
  it('begins again with a new strained moment, and with nothing less', () => {
    const from = (labels: readonly string[]) =>
      follow(
        step({ stage: at('sm-withdrawal', 'resolved'), reading: away, told: says('x', labels) }),
      )?.state;
    expect(from(['wd-topic-shift'])).toBe('W1-marker');
    expect(from([])).toBe('resolved');
  });
});

describe('what came of a try', () => {
  const tried = (how: 'helped' | 'no-change' | 'worse' | 'not-used' | 'resolved') => [
    { id: 'try-1', how },
  ];
  it.each([
    ['sm-withdrawal', 'W1-marker', away, 'helped', 'W2-disembed'],
    ['sm-withdrawal', 'W3-qualified-assertion', away, 'helped', 'W5-self-assertion'],
    ['sm-withdrawal', 'W3-qualified-assertion', away, 'worse', 'W4-avoidance'],
    ['sm-withdrawal', 'W2-disembed', away, 'no-change', 'W2-disembed'],
    ['sm-withdrawal', 'W2-disembed', away, 'not-used', 'W2-disembed'],
    ['sm-withdrawal', 'W2-disembed', away, 'resolved', 'resolved'],
    ['sm-confrontation', 'C6-vulnerability', against, 'worse', 'C1-marker'],
    ['sm-renegotiate', 'N5-check', work, 'helped', 'resolved'],
    ['sm-downhill-course', 'D4-crisis', downhill, 'worse', 'D5-rupture'],
    ['sm-downhill-course', 'D4-crisis', downhill, 'resolved', 'D6-repair'],
  ] as const)('%s at %s', (machine, state, given, how, to) => {
    const stage = at(machine, state);
    expect(follow(step({ stage, reading: given, tried: tried(how) }))?.state).toBe(to);
  });
});

describe('which model is followed', () => {
  it('turns with the reading and keeps the way', () => {
    const stage = follow(step({ stage: at('sm-withdrawal', 'W2-disembed'), reading: against }));
    expect(stage?.path.map(({ state }) => state)).toEqual(['W2-disembed', 'C1-marker']);
  });

  it('stays when the reading becomes mixed or shows no direction', () => {
    const stage = at('sm-confrontation', 'C2-disembed');
    for (const direction of ['mixed', 'none'] as const) {
      const given = reading({ direction });
      expect(follow(step({ stage, reading: given }))?.state).toBe('C2-disembed');
    }
  });

  it('moves a consultation by its plan alone', () => {
    const stage = at('sm-extended-consult', 'E0-request');
    const plan = { plan: RUNNING, planState: 'E0-request' };
    const tried = [{ id: 'try-1', how: 'helped' }] as const;
    expect(follow(step({ stage, reading: away, tried, ...plan }))?.state).toBe('E0-request');
  });

  it('is the consultation while a plan runs, and the former one after it', () => {
    const stage = at('sm-withdrawal', 'W2-disembed');
    const running = follow(step({ stage, reading: away, plan: RUNNING, planState: 'E0-request' }));
    expect(running?.state).toBe('E0-request');
    const ended = { ...RUNNING, ended: 3 };
    const after = follow(step({ stage: running, reading: reading(), plan: ended }));
    expect(after?.machine).toBe('sm-withdrawal');
  });
});
