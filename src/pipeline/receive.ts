import type { Deidentified, ThreadContext } from './deidentify/deidentify.ts';
import type { IdentifierClass, RemovedCounts, SafetyFlag, Turn } from './message.ts';
import type { SafetyScreen } from './outcome.ts';
import { rememberScreen } from './screened.ts';
import type { Stages } from './stages.ts';

/** What the door takes of the stages. */
export type DoorStages = Pick<Stages, 'screen' | 'screenVersion' | 'readable' | 'deidentify'>;

/** A message as it arrived: `raw` never leaves this process. */
export interface Arrival {
  readonly id: string;
  readonly author: string;
  readonly ts: string;
  readonly at: number;
  readonly raw: string;
  /** The screen of `raw`, when the door has run it already. */
  readonly safety?: SafetyScreen;
  readonly context: ThreadContext;
}

/** One identifier that was removed. */
interface Removal {
  readonly class: IdentifierClass;
  readonly start: number;
  readonly end: number;
}

/** What the door made of a message; `urgent` is the raw screen when something is open. */
export type Received =
  | {
      readonly kind: 'turn';
      readonly turn: Turn;
      /** Spans of the raw text, as UTF-16 offsets; the removed text itself is not kept. */
      readonly removed: readonly Removal[];
      readonly urgent: SafetyScreen | null;
      readonly doubts: readonly string[];
    }
  | {
      readonly kind: 'refused';
      readonly why: 'leak' | 'failed' | 'too-long';
      readonly urgent: SafetyScreen | null;
    };

function flagsOf(screen: SafetyScreen): SafetyFlag[] {
  return screen.labels.flatMap(({ id, status }) =>
    status === 'open' || status === 'ask' ? [{ id, status }] : [],
  );
}

/** How many identifiers of each class were removed. */
export function countByClass(removed: readonly { class: IdentifierClass }[]): RemovedCounts {
  const counts: RemovedCounts = {};
  for (const { class: name } of removed) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

/**
 * The door: safety screen on the raw text, then de-identification, in memory. Text that cannot be
 * read as an English case is not kept at all, only what the screen saw in it. Never throws: any
 * failure refuses, and the screen's result stands whatever happens after it.
 */
export function receive(stages: DoorStages, arrival: Arrival): Received {
  const screen = arrival.safety ?? stages.screen(arrival.raw);
  const urgent = screen.status === 'open' ? screen : null;
  const unreadable = stages.readable(arrival.raw);
  const outcome = attempt(() => stages.deidentify(unreadable ? '' : arrival.raw, arrival.context));
  if (!outcome.ok) return { kind: 'refused', why: outcome.why, urgent };
  const { text } = outcome;
  // Words that nothing was taken out of are screened once; all others again, as they are stored.
  const whole = text === arrival.raw;
  const screened = whole ? rememberScreen(text, screen.labels, stages.screenVersion) : null;
  const turn: Turn = {
    kind: 'turn',
    ...{ id: arrival.id, author: arrival.author, ts: arrival.ts, at: arrival.at },
    text,
    removed: countByClass(outcome.removed),
    flags: flagsOf(screen),
    ...(screened ? { screened } : {}),
    unreadable,
  };
  return { kind: 'turn', turn, removed: outcome.removed, urgent, doubts: outcome.doubts };
}

function attempt(run: () => Deidentified): Deidentified {
  try {
    return run();
  } catch {
    return { ok: false, why: 'failed' };
  }
}
