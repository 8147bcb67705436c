import { z } from 'zod';
import type * as c from './choice-knowledge.ts';
import type * as course from './course-knowledge.ts';
import type * as k from './knowledge.ts';

const text = z.string().min(1);
const texts = z.array(text);
const ids = z.array(text);
const flag = z.enum(['S', 'V', 'V2', 'K', 'D']);
const sourced = { id: text, src: texts.min(1), flag };

export const label = z.strictObject({
  ...sourced,
  label: text,
  family: z.enum([
    'withdrawal',
    'confrontation',
    'mixed',
    'impasse-type',
    'impasse-course',
    'cause',
    'trigger',
    'therapist-side',
    'safety',
  ]),
  group: text.nullable(),
  def: text,
  cues: texts,
  not: text,
  shown: z.strictObject({ seen: text.max(72), sentence: text, sense: text }),
}) satisfies z.ZodType<k.Label>;

const voice = z.enum(['plain', 'warm', 'brief', 'teen', 'couple', 'telehealth', 'indirect']);

export const intervention = z.strictObject({
  ...sourced,
  label: text,
  family: text,
  r15: z.int().min(1).max(10).nullable(),
  for: ids,
  contra: text,
  timing: z.enum(['now', 'later']),
  principles: ids.min(1),
  metacommunication: z.boolean(),
  speaker: z.enum(['client', 'self']),
  needs: ids.default([]),
  shown: z.strictObject({
    name: text,
    fits: text,
    care: text,
    watchFor: texts.length(4),
    ifItFallsFlat: text,
  }),
  say: z.array(
    z.strictObject({
      id: text,
      voice,
      only: ids,
      text,
    }),
  ),
}) satisfies z.ZodType<k.Intervention>;

export const principle = z.strictObject({
  ...sourced,
  group: text,
  statement: text,
  check: text,
  good: text,
  bad: text,
}) satisfies z.ZodType<k.Principle>;

export const languageRule = z.strictObject({
  ...sourced,
  avoid: text,
  prefer: text,
}) satisfies z.ZodType<k.LanguageRule>;

export const fault = z.strictObject({
  ...sourced,
  severity: z.enum(['error', 'warning']),
  breaks: text.nullable(),
  statement: text,
  unless: ids,
  patterns: texts.min(1),
}) satisfies z.ZodType<k.Fault>;

export const rung = z.strictObject({
  ...sourced,
  level: z.int().min(0).max(9),
  label: text,
  when: text,
  notWhen: text,
  structure: text,
  for: ids,
  never: ids,
  shown: z.strictObject({ name: text, why: text, how: text }),
}) satisfies z.ZodType<k.Rung>;

export const machine = z.strictObject({
  ...sourced,
  note: z.string(),
  start: text,
  states: z.record(
    z.string(),
    z.strictObject({
      sees: text,
      therapist: text,
      next: ids,
      onward: text.nullable(),
      setback: text.nullable(),
      shown: z.strictObject({ name: text.max(32), where: text, step: text }),
    }),
  ),
}) satisfies z.ZodType<course.StageMachine>;

export const safetyRule = z.strictObject({
  ...sourced,
  question: text,
  respond: ids.min(1),
  actor: text.nullable(),
  open: texts.min(1),
  ask: texts,
  notTrigger: texts,
  stems: texts,
}) satisfies z.ZodType<k.SafetyRule>;

export const response = z.strictObject({
  ...sourced,
  title: text,
  steps: texts.min(1),
}) satisfies z.ZodType<k.SafetyResponse>;

export const context = z.strictObject({
  negationBefore: texts,
  negationAfter: texts,
  pseudoNegation: texts,
  historical: texts,
  historicalCancel: texts,
  hypothetical: texts,
  otherPerson: texts,
  figurative: texts,
  terminators: texts,
}) satisfies z.ZodType<k.ContextLists>;

export const info = z.strictObject({
  ...sourced,
  priority: z.int().min(1),
  must: z.boolean(),
  why: text,
  ask: text,
  told: texts,
}) satisfies z.ZodType<k.InfoItem>;

export const anchor = z.strictObject({
  ...sourced,
  value: text,
  n: text,
  flagNote: z.string(),
  use: text,
}) satisfies z.ZodType<k.AnchorNumber>;

export const plan = z.strictObject({
  ...sourced,
  begin: texts.min(1),
  shared: texts.min(1),
  kept: texts.min(1),
  limits: text,
  interviews: z
    .array(
      z.strictObject({
        id: text,
        sizes: z.array(z.int().min(4).max(6)).min(1),
        state: text,
        with: z.enum(['client', 'therapist', 'each', 'all']),
        title: text,
        aims: texts.min(1),
        client: z.array(z.strictObject({ ask: text, for: ids })),
        therapist: ids,
      }),
    )
    .min(4),
  decisions: z
    .array(
      z.strictObject({
        id: z.enum(['resume', 'cotherapist', 'group', 'referral', 'exit']),
        title: text,
        when: text,
        rung: text.nullable(),
      }),
    )
    .length(5),
}) satisfies z.ZodType<course.PlanKnowledge>;

export const stageCue = z.strictObject({
  ...sourced,
  machine: text,
  state: text,
  labels: ids,
  from: ids,
  patterns: texts,
}) satisfies z.ZodType<course.StageCue>;

export const outcomeWords = z.strictObject({
  ...sourced,
  how: z.enum(['resolved', 'helped', 'no-change', 'worse', 'not-used']),
  patterns: texts,
  brief: texts,
}) satisfies z.ZodType<course.OutcomeWords>;

export const signal = z.strictObject({
  ...sourced,
  meaning: text,
  labels: ids,
  patterns: texts,
}) satisfies z.ZodType<k.Signal>;

export const contraindication = z.strictObject({
  ...sourced,
  when: ids.min(1),
  effect: z.enum(['withhold', 'no-us', 'soften']),
  prefer: ids,
  leads: z.boolean().default(false),
  shown: text,
}) satisfies z.ZodType<c.Contraindication>;

export const selectionRule = z.strictObject({
  ...sourced,
  when: ids.min(1),
  unless: ids.default([]),
  weight: z.number().positive(),
  strategy: text.nullable(),
  prefer: ids,
  drop: ids,
  shown: text,
  steps: z.record(z.string(), text).default({}),
}) satisfies z.ZodType<c.SelectionRule>;

export const strategy = z.strictObject({
  ...sourced,
  families: ids,
  shown: z.strictObject({ name: text, sense: text }),
}) satisfies z.ZodType<c.Strategy>;

const sentences = z.record(z.string(), text);

export const lens = z.strictObject({
  ...sourced,
  name: text,
  names: text,
  capitals: texts.default([]),
  line: text,
  directions: z.strictObject({ withdrawal: text, confrontation: text, mixed: text, none: text }),
  families: sentences,
  labels: sentences,
  ways: sentences,
  prefer: ids.min(1),
  voices: z.array(z.enum(['plain', 'warm', 'brief', 'indirect'])).min(1),
}) satisfies z.ZodType<c.LensWords>;

export const forShown = z.strictObject({
  ...sourced,
  for: ids.min(1),
  shown: text,
}) satisfies z.ZodType<k.ConsultFirst & k.InnerCheck>;

export const consultantQuestion = z.strictObject({
  ...sourced,
  model: text,
  ask: text,
}) satisfies z.ZodType<k.ConsultantQuestion>;

export const escalation = z.strictObject({
  ...sourced,
  when: ids.min(1),
  meaning: text,
  to: ids,
  shown: text,
}) satisfies z.ZodType<k.EscalationRule>;

export const redFlag = z.strictObject({
  ...sourced,
  kind: z.enum(['boundary', 'harmful-therapy']),
  patterns: texts.min(1),
  shown: text,
}) satisfies z.ZodType<k.RedFlag>;

export const sufficiency = z.strictObject({
  ...sourced,
  classify: z.strictObject({ all: ids, oneOf: ids }),
  phrases: z.strictObject({ all: ids, orDeclined: z.int() }),
  mostQuestions: z.int(),
  mostPhrases: z.int(),
  mostRungs: z.int(),
  mostCandidates: z.int(),
  formulation: texts,
  symmetry: z.number(),
}) satisfies z.ZodType<k.Sufficiency>;

export const exception = z.strictObject({
  ...sourced,
  rule: text,
  holds: text,
}) satisfies z.ZodType<k.GuardException>;

export const direction = z.strictObject({
  id: z.enum(['withdrawal', 'confrontation']),
  names: texts.min(1),
}) satisfies z.ZodType<k.DirectionName>;

export const request = z.strictObject({
  id: text,
  wish: z
    .enum(['another', 'shorter', 'softer', 'plainer', 'warmer', 'now', 'later', 'rung'])
    .nullable()
    .default(null),
  voice: voice.nullable().default(null),
  lens: text.nullable().default(null),
  signals: ids.default([]),
  anywhere: z.boolean().default(false),
  patterns: texts.min(1),
  shown: text,
}) satisfies z.ZodType<c.RequestRule>;

/** The mark under which the guard has passed the library. */
export const checked = z.strictObject({ mark: text });

/** A plain table from key to text: lexicons, words, sources. */
export const table = z.record(z.string(), text);
