import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { RemovedCounts } from '../pipeline/message.ts';
import type { LabelStatus, Outcome } from '../pipeline/outcome.ts';
import type { AnswerSource } from './source-of.ts';
import type { Observe } from './stage.ts';

/** A safety label as it is counted: no words. */
export interface CountedLabel {
  readonly id: string;
  readonly status: LabelStatus;
}

/** Counts what the bot does; labels are codes and ids of our own knowledge, never text or people. */
export interface Meters {
  readonly stage: Observe;
  /** A message was stored, held, refused or known already. */
  message(kind: string): void;
  removed(counts: RemovedCounts): void;
  /** Safety labels seen in a new message, or raised by a model. */
  safety(labels: readonly CountedLabel[], source: 'rules' | 'model'): void;
  /** A turn was worked off in `ms`; `waitedMs` since the person did something, null when nothing is shown. */
  turn(kind: Outcome['kind'], ms: number, waitedMs: number | null): void;
  answer(step: 'first' | 'refined', source: AnswerSource): void;
  /** A supervisor decided, so long after it was asked. */
  reviewed(decision: string, waitedMs: number): void;
  logged(level: 'warn' | 'error', event: string): void;
}

const STAGE_SECONDS = [
  ...[0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1],
  ...[0.25, 0.5, 1, 2.5, 5, 10, 30, 60],
];
const ANSWER_SECONDS = [0.1, 0.25, 0.5, 0.75, 1, 1.5, 2.5, 5, 10, 30, 60, 300];
const REVIEW_SECONDS = [60, 300, 900, 3600, 4 * 3600, 8 * 3600, 24 * 3600, 48 * 3600, 168 * 3600];

const total = (name: string, help: string, labelNames: string[], registers: Registry[]) =>
  new Counter({ name: `impasse_${name}_total`, help, labelNames, registers });
const seconds = (
  name: string,
  help: string,
  buckets: number[],
  labelNames: string[],
  registers: Registry[],
) => new Histogram({ name: `impasse_${name}_seconds`, help, buckets, labelNames, registers });

function counters(to: Registry[]) {
  return {
    messages: total('messages', 'Messages by what became of them at the door.', ['kind'], to),
    removed: total('identifiers_removed', 'Identifiers removed, by class.', ['class'], to),
    safety: total('safety_labels', 'Safety labels seen.', ['id', 'status', 'source'], to),
    turns: total('turns', 'Turns worked off, by what is shown.', ['kind'], to),
    answers: total('answers', 'Answers by step and by who found them.', ['step', 'source'], to),
    logged: total('log_events', 'Warnings and errors in the log, by code.', ['level', 'event'], to),
  };
}

function timers(to: Registry[]) {
  return {
    stage: seconds('stage', 'Length of the stages of a turn.', STAGE_SECONDS, ['stage'], to),
    turn: seconds('turn', 'Length of a turn without its refining.', STAGE_SECONDS, [], to),
    answer: seconds('answer', 'From a deed to its answer in Slack.', ANSWER_SECONDS, [], to),
    review: seconds('review', 'From request to decision.', REVIEW_SECONDS, ['decision'], to),
  };
}

/** Registers everything that is counted on `registry`, beside what a model counts (openai/). */
export function createMeters(registry: Registry): Meters {
  const count = counters([registry]);
  const time = timers([registry]);
  return {
    stage: (stage, ms) => time.stage.observe({ stage }, ms / 1000),
    message: (kind) => count.messages.inc({ kind }),
    removed: (counts) => {
      for (const [name, many] of Object.entries(counts)) count.removed.inc({ class: name }, many);
    },
    safety: (labels, source) => {
      for (const { id, status } of labels) count.safety.inc({ id, status, source });
    },
    turn: (kind, ms, waitedMs) => {
      count.turns.inc({ kind });
      time.turn.observe(ms / 1000);
      if (waitedMs !== null) time.answer.observe(Math.max(0, waitedMs) / 1000);
    },
    answer: (step, source) => count.answers.inc({ step, source }),
    reviewed: (decision, waitedMs) => time.review.observe({ decision }, waitedMs / 1000),
    logged: (level, event) => count.logged.inc({ level, event }),
  };
}

/** How the version in use shows up in a graph. */
export function registerBuild(registry: Registry, version: string): void {
  new Gauge({
    ...{ name: 'impasse_build_info', help: 'Always 1.', labelNames: ['version', 'node'] },
    registers: [registry],
  }).set({ version, node: process.version }, 1);
}
