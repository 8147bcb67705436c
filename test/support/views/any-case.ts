import fc from 'fast-check';
import type { CaseThread } from '../../../src/pipeline/thread/case-thread.ts';
import { NEXT_SESSIONS, NO_FOLLOW_UP } from '../../../src/pipeline/thread/follow-up/follow-up.ts';
import { DECISIONS, SIZES } from '../../../src/pipeline/thread/planner/consultation-plan.ts';
import { stageOf } from '../../../src/pipeline/thread/stages/case-stage.ts';
import { assessments, cases } from '../outcomes.ts';
import { knowledge, threadKey, time, userId } from './rendered.ts';

/** Any place in any stage model, with any way that led there. */
export const stage = fc
  .array(
    fc.constantFrom(...knowledge.machines).chain(({ id, states }) =>
      fc.record({
        machine: fc.constant(id),
        state: fc.constantFrom(...Object.keys(states)),
        at: time,
        from: fc.constant('turn-1'),
      }),
    ),
    { minLength: 1, maxLength: 40 },
  )
  .map(stageOf);

const plan = fc.record({
  interviews: fc.constantFrom(...SIZES),
  since: time,
  held: fc.nat({ max: 6 }),
  decision: fc.option(fc.constantFrom(...DECISIONS)),
  ended: fc.option(time),
});

const directions = ['withdrawal', 'confrontation', 'mixed', 'none'] as const;
const hypothesis = fc.record({
  state: fc.constantFrom('asked', 'given', 'skipped'),
  turn: fc.option(fc.constant('turn-0')),
  sees: fc.option(
    fc.shuffledSubarray(
      knowledge.taxonomy.map(({ id }) => id),
      { maxLength: 12 },
    ),
  ),
  direction: fc.option(fc.constantFrom(...directions)),
});

const followUp = fc.record({
  ...{ allowed: fc.boolean(), off: fc.boolean(), due: fc.option(time) },
  next: fc.option(fc.constantFrom(...NEXT_SESSIONS)),
  asked: fc.option(
    fc.record({
      ...{ id: fc.constant('f-1'), at: time, after: fc.constant('turn-0') },
      answer: fc.option(fc.constant('turn-1')),
    }),
  ),
});

const correction = fc.record({
  direction: fc.option(fc.constantFrom(...directions)),
  before: fc.constantFrom(...directions),
  ...{ at: time, mayTeach: fc.boolean() },
});

/** Any case with anything that may have happened in it. */
export const anyCase: fc.Arbitrary<CaseThread> = fc
  .record({
    kase: cases(knowledge),
    over: fc.record({
      ...{ key: threadKey, author: userId, lastAt: time, assessment: assessments(knowledge) },
      ...{ stage: fc.option(stage), plan: fc.option(plan), correction: fc.option(correction) },
      ...{ hypothesis: fc.option(hypothesis), followUp: fc.option(followUp) },
    }),
  })
  .map(({ kase, over }) => ({ ...kase, ...over, followUp: over.followUp ?? NO_FOLLOW_UP }));
