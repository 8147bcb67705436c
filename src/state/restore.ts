import { z } from 'zod';
import type {
  Act,
  Edit,
  Retraction,
  SafeText,
  SafetyFlag,
  ThreadEvent,
  ThreadKey,
  Turn,
} from '../pipeline/message.ts';
import type {
  Assessment,
  Candidate,
  ConsultationOption,
  Formulation,
  Marker,
  Phrase,
  Question,
  Reading,
  SafetyLabel,
  SafetyScreen,
  Suggestions,
  Versions,
} from '../pipeline/outcome.ts';
import type { FoundLabel, Screened } from '../pipeline/screened.ts';
import { LENSES } from '../pipeline/settings/person-settings.ts';
import type {
  CaseThread,
  KeptReply,
  KeptTurn,
  PendingEdit,
} from '../pipeline/thread/case-thread.ts';
import type { ReadingCorrection } from '../pipeline/thread/correction/reading-correction.ts';
import {
  type FollowUp,
  NEXT_SESSIONS,
  NO_FOLLOW_UP,
} from '../pipeline/thread/follow-up/follow-up.ts';
import type { Hypothesis } from '../pipeline/thread/hypothesis/hypothesis.ts';
import {
  type ConsultationPlan,
  DECISIONS,
  SIZES,
} from '../pipeline/thread/planner/consultation-plan.ts';
import type { CaseStage, StageVisit } from '../pipeline/thread/stages/case-stage.ts';
import { type Tried, WENT } from '../pipeline/thread/tried.ts';
import { keeper, list, shape } from './shape.ts';

const text = z.string();
const texts = list(text);
const time = z.number();
/** De-identified text that was stored as such; the encryption vouches that it is unchanged. */
export const safe = text.transform((kept) => kept as SafeText);
const source = z.enum(['rules', 'model', 'both', 'clinician']);
/** Counts by class of identifier; classes may be added without touching what is stored. */
const removed = z.record(text, z.number());
const unreadable = z.enum(['empty', 'no-words', 'too-long', 'not-english']);

const about = z.literal('hypothesis');

const labelStatus = z.enum([
  'open',
  'ask',
  'history',
  'negated',
  'hypothetical',
  'other',
  'figurative',
  'in-hand',
]);
const raised = z.enum(['open', 'ask']).exactOptional();

const foundLabel = shape<FoundLabel>()({
  ...{ id: text, status: labelStatus, source, raised },
  at: list(z.object({ start: z.number(), end: z.number() }).readonly()),
});
const screened = shape<Screened>()({ mark: text, found: list(foundLabel) }).exactOptional();
const flag = shape<SafetyFlag>()({ id: text, status: z.enum(['open', 'ask']) });
const threadKey = shape<ThreadKey>()({ team: text, channel: text, thread: text });

const pending = shape<PendingEdit>()({
  id: text,
  at: time,
  text: safe,
  removed,
  flags: list(flag),
});

const keptTurn = shape<KeptTurn>()({
  id: text,
  author: text,
  ts: text,
  at: time,
  text: safe,
  removed,
  flags: list(flag),
  screened,
  about: about.exactOptional(),
  editedAt: time.exactOptional(),
  pending: pending.exactOptional(),
});

const message = {
  id: text,
  author: text,
  ts: text,
  at: time,
  text: safe,
  removed,
  flags: list(flag),
  unreadable: unreadable.nullable(),
};
const turn = shape<Turn>()({
  kind: z.literal('turn'),
  ...message,
  screened,
  held: z.literal(true).exactOptional(),
  about: about.exactOptional(),
});
const edit = shape<Edit>()({ kind: z.literal('edit'), ...message });
const retraction = shape<Retraction>()({
  kind: z.literal('retraction'),
  id: text,
  turn: text,
  ts: text,
  by: text,
  at: time,
});

const act = shape<Act>()({
  kind: z.literal('act'),
  id: text,
  by: text,
  at: time,
  value: text,
  does: z.enum([
    'tap',
    'untap',
    'none-of-these',
    'in-hand',
    'still-open',
    'read-again',
    'another',
    'shorter',
    'softer',
    'rung',
    'helpful',
    'not-helpful',
    'send',
    'corrected',
    'correct',
    'may-teach',
    'next-session',
    'ask-follow-up',
    'went',
    'no-follow-ups',
    'show-reading',
    'plan',
    'plan-step',
    'reviewed',
  ]),
});

const event = z.discriminatedUnion('kind', [turn, edit, retraction, act]);

const contestReason = z
  .enum(['not-told', 'someone-else', 'denied', 'past', 'ordinary-work', 'other-marker'])
  .exactOptional();

const marker = shape<Marker>()({
  id: text,
  confidence: z.number(),
  whose: z.enum(['patient', 'therapist', 'both', 'frame']),
  evidence: list(safe),
  source,
  contested: z.boolean(),
  contestReason,
});

const candidate = shape<Candidate>()({
  id: text,
  confidence: z.number(),
  evidence: list(safe),
  contestReason,
});

const direction = z.enum(['withdrawal', 'confrontation', 'mixed', 'none']);
const reading = shape<Reading>()({
  direction,
  enoughInfo: z.boolean(),
  labels: list(marker),
  candidates: list(candidate),
});

const formulation = shape<Formulation>()({
  moment: text,
  sides: text,
  frame: text,
  workingGuess: text,
  wouldChangeOurMind: text,
});

const safetyLabel = shape<SafetyLabel>()({
  ...{ id: text, status: labelStatus, evidence: texts, source, raised },
});

const screen = shape<SafetyScreen>()({
  status: z.enum(['open', 'ask', 'clear']),
  labels: list(safetyLabel),
  responses: texts,
});

/** What records of an older version lack. */
const none = text.default('');

const phrase = shape<Phrase>()({
  id: text,
  text,
  intervention: text,
  principles: texts,
  timing: z.enum(['now', 'later']),
  why: none,
  fits: text,
  care: text,
  watchFor: texts,
  ifItFallsFlat: text,
  source: z.enum(['library', 'model']),
  provisional: z.boolean(),
});

const option = shape<ConsultationOption>()({ id: text, why: text });
const suggestions = shape<Suggestions>()({
  phrases: list(phrase),
  innerCheck: text.nullable(),
  consultation: list(option),
  withheld: text.nullable(),
  strategy: text.nullable().default(null),
  why: text.nullable().default(null),
  cautions: texts.default([]),
  forYou: texts.default([]),
});

const question = shape<Question>()({ id: text, ask: text });
const versions = shape<Versions>()({
  taxonomy: text,
  library: text,
  rules: text,
  weights: text,
  prompts: text,
  model: text.nullable(),
});

const assessment = shape<Assessment>()({
  text: safe,
  safety: screen,
  reading,
  formulation: formulation.nullable(),
  suggestions,
  questions: list(question),
  versions,
  lens: z.enum(LENSES).nullable().default(null),
});

const reply = shape<KeptReply>()({ turn: text, ts: text });
const inHand = z.object({ id: text, by: text, at: time }).readonly();

const visit = shape<StageVisit>()({ machine: text, state: text, at: time, from: text });
const stage = shape<CaseStage>()({ machine: text, state: text, since: time, path: list(visit) });
const tried = shape<Tried>()({
  id: text,
  at: time,
  how: z.enum([...WENT, 'resolved']),
  family: text.nullable(),
  interventions: texts,
});
const followUp = shape<FollowUp>()({
  allowed: z.boolean(),
  off: z.boolean(),
  next: z.enum(NEXT_SESSIONS).nullable(),
  due: time.nullable(),
  asked: z
    .object({ id: text, at: time, after: text, answer: text.nullable() })
    .readonly()
    .nullable(),
});
const plan = shape<ConsultationPlan>()({
  interviews: z.literal(SIZES),
  since: time,
  held: z.number(),
  decision: z.enum(DECISIONS).nullable(),
  ended: time.nullable(),
});
const correction = shape<ReadingCorrection>()({
  direction: direction.nullable(),
  before: direction,
  at: time,
  mayTeach: z.boolean(),
});

const hypothesis = shape<Hypothesis>()({
  state: z.enum(['asked', 'given', 'skipped']),
  turn: text.nullable(),
  sees: texts.nullable(),
  direction: direction.nullable(),
});

const caseThread = shape<CaseThread>()({
  key: threadKey,
  id: text,
  author: text,
  openedAt: time,
  lastAt: time,
  state: z.enum([
    'T0-received',
    'T1-safety',
    'T2-gaps',
    'T3-formulate',
    'T4-options',
    'T5-follow-up',
  ]),
  turns: list(keptTurn),
  replies: list(reply),
  assessment: assessment.nullable(),
  tapped: texts,
  refused: texts,
  inHand: list(inHand),
  stillOpen: z.boolean(),
  asked: texts,
  shown: texts,
  helpful: z.enum(['helpful', 'not-helpful']).nullable(),
  // Left out by versions before these were kept.
  stage: stage.nullable().default(null),
  tries: list(tried).default([]),
  followUp: followUp.default(NO_FOLLOW_UP),
  plan: plan.nullable().default(null),
  hypothesis: hypothesis.nullable().default(null),
  correction: correction.nullable().default(null),
});

/** Cases as they are stored. */
export const keptCase = keeper<CaseThread>(caseThread);
/** Waiting events as they are stored. */
export const keptEvent = keeper<ThreadEvent>(event);
/** Thread keys as they are stored. */
export const keptKey = keeper<ThreadKey>(threadKey);
