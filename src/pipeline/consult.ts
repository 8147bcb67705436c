import type { Circumstances } from './circumstances.ts';
import { joinSafe } from './deidentify/join-safe.ts';
import { type Edit, type ThreadEvent, type Turn, type Unreadable, writerOf } from './message.ts';
import type { Assessment, Outcome } from './outcome.ts';
import type { Stages } from './stages.ts';
import { advance } from './thread/advance.ts';
import { isOutdated, readEdits } from './thread/apply-edit.ts';
import { caseTurns } from './thread/case-text.ts';
import type { CaseThread } from './thread/case-thread.ts';
import { correctReading } from './thread/correct-reading.ts';
import { keep } from './thread/keep.ts';
import { isEmptied } from './thread/retract.ts';
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
  circumstances: Circumstances,
): { readonly kase: CaseThread; readonly outcome: Outcome } {
  const advanced = events.reduce(advance, before);
  if (advanced === before || isEmptied(advanced) || events.every(isFeedback))
    return { kase: advanced, outcome: { kind: 'nothing-new' } };
  const outdated = onlyOutdated(before, advanced, events);
  if (outdated !== null) return { kase: advanced, outcome: outdated };
  const kase = events.some((event) => tellsMore(event, before)) ? readEdits(advanced) : advanced;
  const text = joinSafe(caseTurns(kase));

  const safety = settleSafety(kase, stages.screen, stages.responsesFor);
  const reading = correctReading(stages.read(text), kase, stages.label);
  const { missing, questions } = stages.missingInfo(text, safety, kase.asked);
  const wish = wishOf(events, stages.requests);
  const { suggestions, formulation } = stages.suggest({
    ...{ text, reading, safety, missing, wish, now: circumstances.now },
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

/** A new message of the author has the whole case read again, edits that wait included. */
const tellsMore = (event: ThreadEvent, { author }: CaseThread) =>
  event.kind === 'turn' && event.author === author;

/** Only edits came that wait to be read: the reading stays as it is, marked as outdated. */
function onlyOutdated(
  { turns }: CaseThread,
  kase: CaseThread,
  events: readonly ThreadEvent[],
): Outcome | null {
  if (!events.every(({ kind }) => kind === 'edit')) return null;
  const unread = kase.turns.filter(({ pending }) => pending === undefined);
  if (unread.some((turn) => !turns.includes(turn))) return null;
  const assessment = isOutdated(kase) ? kase.assessment : null;
  return assessment === null ? { kind: 'nothing-new' } : { kind: 'outdated', assessment };
}

/** The author's doing, or a message taken back, which changes what stands in the thread. */
const concerns = (event: ThreadEvent, kase: CaseThread) =>
  event.kind === 'retraction' || writerOf(event) === kase.author;

const isMessage = (event: ThreadEvent): event is Turn | Edit =>
  event.kind === 'turn' || event.kind === 'edit';

/** Why there is nothing to read, when no message of the case could be read so far or just now. */
function unreadable(kase: CaseThread, events: readonly ThreadEvent[]): Unreadable | null {
  const waits = (id: string) => kase.turns.some(({ pending }) => pending?.id === id);
  const turns = events.filter(isMessage).filter(({ id }) => !waits(id));
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
  if (!events.some((event) => concerns(event, kase))) return { kind: 'nothing-new' };
  const seen = (id: string) => stages.label(id).shown.seen;
  const changed = whatChanged(before.assessment, assessment, stages.say, seen);
  return { kind: 'reading', assessment, changed };
}
