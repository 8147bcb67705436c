import { joinSafe } from './deidentify/join-safe.ts';
import type { ThreadEvent, Unreadable } from './message.ts';
import type { Assessment, Outcome } from './outcome.ts';
import type { Stages } from './stages.ts';
import { advance } from './thread/advance.ts';
import { caseTurns } from './thread/case-text.ts';
import type { CaseThread } from './thread/case-thread.ts';
import { correctReading } from './thread/correct-reading.ts';
import { keep } from './thread/keep.ts';
import { settleSafety } from './thread/settle-safety.ts';
import { whatChanged } from './thread/what-changed.ts';
import { wishOf } from './thread/wish-of.ts';

/**
 * One turn of a case through every stage, without a model: start reading here.
 * The text is already de-identified and was screened raw at the door (`receive.ts`); what comes out
 * is the case to keep and what to show in the thread.
 */
export function consult(
  stages: Stages,
  before: CaseThread,
  events: readonly ThreadEvent[],
  now: Date,
): { readonly kase: CaseThread; readonly outcome: Outcome } {
  const kase = events.reduce(advance, before);
  if (events.every(isFeedback)) return { kase, outcome: { kind: 'nothing-new' } };
  const text = joinSafe(caseTurns(kase));

  const safety = settleSafety(kase, stages.screen, stages.responsesFor);
  const reading = correctReading(stages.read(text), kase, stages.label);
  const { missing, questions } = stages.missingInfo(text, safety, kase.asked);
  const wish = wishOf(events, stages.requests);
  const { suggestions, formulation } = stages.suggest({
    ...{ text, reading, safety, missing, wish, now },
    ...{ tapped: kase.tapped, refused: kase.refused, shown: kase.shown },
  });

  const assessment: Assessment = {
    ...{ text, safety, reading, formulation, suggestions, questions },
    versions: stages.versions,
  };
  const kept = keep(kase, assessment);
  const why = unreadable(kase, events);
  if (why !== null) return { kase: kept, outcome: { kind: 'unreadable', why, safety } };
  return { kase: kept, outcome: outcomeOf(stages, before, kase, assessment, events) };
}

const isFeedback = (event: ThreadEvent) =>
  event.kind === 'act' && (event.does === 'helpful' || event.does === 'not-helpful');

const isByAuthor = (event: ThreadEvent, kase: CaseThread) =>
  (event.kind === 'turn' ? event.author : event.by) === kase.author;

/** Why there is nothing to read, when no message of the case could be read so far or just now. */
function unreadable(kase: CaseThread, events: readonly ThreadEvent[]): Unreadable | null {
  const turns = events.filter((event) => event.kind === 'turn');
  if (turns.some((turn) => turn.unreadable === null)) return null;
  return turns.at(-1)?.unreadable ?? (caseTurns(kase).length === 0 ? 'empty' : null);
}

/** Safety that is open or to be asked stands alone; a colleague's remark otherwise changes nothing. */
function outcomeOf(
  stages: Stages,
  before: CaseThread,
  kase: CaseThread,
  assessment: Assessment,
  events: readonly ThreadEvent[],
): Outcome {
  if (assessment.safety.status !== 'clear' || kase.stillOpen) return { kind: 'safety', assessment };
  if (!events.some((event) => isByAuthor(event, kase))) return { kind: 'nothing-new' };
  const seen = (id: string) => stages.label(id).shown.seen;
  const changed = whatChanged(before.assessment, assessment, stages.say, seen);
  return { kind: 'reading', assessment, changed };
}
