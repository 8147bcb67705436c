import { askedOf, lensOf, understood } from './asked-of.ts';
import type { Circumstances } from './circumstances.ts';
import { joinSafe } from './deidentify/join-safe.ts';
import {
  type Act,
  type Edit,
  type ThreadEvent,
  type Turn,
  type Unreadable,
  writerOf,
} from './message.ts';
import type { Assessment, Outcome } from './outcome.ts';
import { reviewedOutcome } from './review/reviewed-outcome.ts';
import type { Stages } from './stages.ts';
import { advance } from './thread/advance.ts';
import { isOutdated, readEdits } from './thread/apply-edit.ts';
import { accountOf, caseTurns } from './thread/case-text.ts';
import type { CaseThread } from './thread/case-thread.ts';
import { correctReading } from './thread/correct-reading.ts';
import { hearCorrection } from './thread/correction/said-correction.ts';
import { isCourtesy } from './thread/courtesy.ts';
import { askFollowUp, isAsk } from './thread/follow-up/ask-follow-up.ts';
import { allowFollowUps } from './thread/follow-up/plan-follow-up.ts';
import { askHypothesis } from './thread/hypothesis/ask-hypothesis.ts';
import { readHypothesis } from './thread/hypothesis/note-hypothesis.ts';
import { keep } from './thread/keep.ts';
import { isEmptied } from './thread/retract.ts';
import { settleSafety } from './thread/settle-safety.ts';
import { courseLines } from './thread/stages/course-lines.ts';
import { takeCourse } from './thread/stages/take-course.ts';
import { whatChanged } from './thread/what-changed.ts';

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
  const reviewed = reviewedOutcome(before, events);
  if (reviewed !== null) return { kase: before, outcome: reviewed };
  if (events.some(isAsk)) return putQuestion(stages, before, events, circumstances);
  const advanced = events.reduce(advance, before);
  const tellsNothing = (event: ThreadEvent) => isFeedback(event) || isCourtesy(event, before);
  if (advanced === before || isEmptied(advanced) || events.every(tellsNothing))
    return { kase: advanced, outcome: { kind: 'nothing-new' } };
  if (events.every(isBeside) && before.assessment !== null)
    return besideReading(stages, before, advanced, events, circumstances);
  const outdated = onlyOutdated(before, advanced, events);
  if (outdated !== null) return { kase: advanced, outcome: outdated };
  const heard = hearCorrection(advanced, events, stages.saidDirection);
  const all = events.some((event) => tellsMore(event, before)) ? readEdits(heard) : heard;
  const { kase: told, safety } = settleSafety(all, stages);
  const text = joinSafe(accountOf(told, stages.requests).map((turn) => turn.text));

  const reading = correctReading(stages.read(text), told, stages.label);
  const turn = { before, kase: told, events, reading, safety, now: circumstances.now.getTime() };
  const course = takeCourse(stages.course, turn, stages.label, stages.read);
  const noted = readHypothesis(allowFollowUps(course.kase, circumstances), stages.read);
  const kase = askHypothesis(before, noted, circumstances);
  const { missing, questions } = stages.missingInfo(text, safety, kase.asked);
  const lens = lensOf(kase, circumstances.settings, stages.requests);
  const { suggestions, formulation } = stages.suggest({
    ...{ text, reading, safety, missing, lens, now: circumstances.now },
    ...{ tapped: kase.tapped, refused: kase.refused, shown: kase.shown },
    ...askedOf({ before, kase, events }, stages.requests),
  });

  const assessment: Assessment = {
    ...{ text, safety, reading, formulation, suggestions, questions },
    ...{ versions: stages.versions, lens },
  };
  const kept = keep(kase, assessment);
  const why = unreadable(kase, events);
  if (why !== null) return { kase: kept, outcome: { kind: 'unreadable', why, safety } };
  const lines = courseLines(before, kase, course.tried, stages.say, stages.course.nameOf);
  const others = events.filter(({ id }) => !course.tried.some((one) => one.id === id));
  const said = [...lines, ...understood({ before, events: others }, stages.requests)];
  return { kase: kept, outcome: outcomeOf(stages, before, kase, assessment, events, said) };
}

/** Acts about something beside the reading, which stands as it is: no word of it is used up. */
const BESIDE: readonly string[] = [
  'next-session',
  'no-follow-ups',
  'plan',
  'plan-step',
] satisfies Act['does'][];
const isBeside = (event: ThreadEvent) => event.kind === 'act' && BESIDE.includes(event.does);

/** The case a step further on beside its reading, which is shown as it stands. */
function besideReading(
  stages: Stages,
  before: CaseThread,
  kase: CaseThread,
  events: readonly ThreadEvent[],
  { now }: Circumstances,
): ReturnType<typeof consult> {
  const { assessment } = before;
  if (assessment === null) return { kase, outcome: { kind: 'nothing-new' } };
  const { reading, safety } = assessment;
  const turn = { before, kase, events, reading, safety, now: now.getTime() };
  const course = takeCourse(stages.course, turn, stages.label, stages.read);
  return { kase: course.kase, outcome: { kind: 'outdated', assessment } };
}

/**
 * It is time to ask how it went. Something else that happened just now goes before; the question is
 * then put when the alarm rings again.
 */
function putQuestion(
  stages: Stages,
  before: CaseThread,
  events: readonly ThreadEvent[],
  circumstances: Circumstances,
): ReturnType<typeof consult> {
  const others = events.filter((event) => !isAsk(event));
  if (others.length > 0) return consult(stages, before, others, circumstances);
  const [asked] = events.flatMap((event) => askFollowUp(before, event) ?? []);
  const id = asked?.followUp.asked?.id;
  if (asked === undefined || id === undefined)
    return { kase: before, outcome: { kind: 'nothing-new' } };
  return { kase: asked, outcome: { kind: 'follow-up', id } };
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

/** A message of the account; a guess noted beside it is none. */
const isAccount = (event: ThreadEvent): event is Turn | Edit =>
  isMessage(event) && (event.kind === 'edit' || event.about === undefined);

/** Why there is nothing to read, when no message of the case could be read so far or just now. */
function unreadable(kase: CaseThread, events: readonly ThreadEvent[]): Unreadable | null {
  const waits = (id: string) => kase.turns.some(({ pending }) => pending?.id === id);
  const turns = events.filter(isAccount).filter(({ id }) => !waits(id));
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
  said: readonly string[],
): Outcome {
  if (assessment.safety.status !== 'clear' || kase.stillOpen) return { kind: 'safety', assessment };
  if (!events.some((event) => concerns(event, kase))) return { kind: 'nothing-new' };
  const seen = (id: string) => stages.label(id).shown.seen;
  if (kase.hypothesis?.state === 'asked') return { kind: 'hypothesis', assessment };
  const earlier = before.hypothesis?.state === 'asked' ? null : before.assessment;
  const moved = whatChanged(earlier, assessment, stages.say, seen);
  const changed = [...said, ...moved];
  return { kind: 'reading', assessment, changed, ...(said.length > 0 ? { told: said } : {}) };
}
