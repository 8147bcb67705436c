import type { Knowledge } from './knowledge/knowledge.ts';
import { askedOf } from './pipeline/asked-of.ts';
import { joinSafe } from './pipeline/deidentify/join-safe.ts';
import { sliceSafe } from './pipeline/deidentify/slice-safe.ts';
import type { ModelFaultCode } from './pipeline/language-model.ts';
import type { ThreadEvent } from './pipeline/message.ts';
import type { Assessment, Marker, Outcome, Reading, SafetyScreen } from './pipeline/outcome.ts';
import { abridge } from './pipeline/reconcile/abridge.ts';
import { claimsOf } from './pipeline/reconcile/claims-of.ts';
import { placeTurns, raiseFlags } from './pipeline/reconcile/raise-flags.ts';
import { createReconcile, type Reconcile } from './pipeline/reconcile/reconcile.ts';
import type { Stages } from './pipeline/stages.ts';
import { accountOf } from './pipeline/thread/case-text.ts';
import type { CaseThread } from './pipeline/thread/case-thread.ts';
import { correctReading } from './pipeline/thread/correct-reading.ts';
import { keep } from './pipeline/thread/keep.ts';
import { whatChanged } from './pipeline/thread/what-changed.ts';
import { type RewordParts, reword } from './reword.ts';

/** What refining needs. */
export interface RefineParts extends Omit<RewordParts, 'interventions'> {
  readonly stages: Stages;
  readonly knowledge: Pick<Knowledge, 'taxonomy' | 'interventions'>;
  readonly now: () => Date;
  /** Milliseconds for the whole of it, all calls together. */
  readonly totalMs: number;
}

/** A turn as `consult` left it. */
export interface ToRefine {
  /** The case before these events. */
  readonly before: CaseThread;
  /** The case with them, holding the first reading. */
  readonly kase: CaseThread;
  readonly first: Assessment;
  readonly events: readonly ThreadEvent[];
  /** Sentences that answer what was told or asked for; they stand above what the model changes. */
  readonly told?: readonly string[];
}

/** The refined case and what to show, or why the first reading stays, in one plain line. */
export type Refined =
  | {
      readonly ok: true;
      readonly kase: CaseThread;
      readonly outcome: Extract<Outcome, { kind: 'reading' | 'safety' }>;
      /** Codes for the audit: what was raised, and whether the text tried to instruct its reader. */
      readonly audit: readonly string[];
    }
  | { readonly ok: false; readonly code: ModelFaultCode; readonly line: string };

export type Refine = (turn: ToRefine, signal: AbortSignal) => Promise<Refined>;

/** What the model's reading came to. */
interface Reread {
  readonly kase: CaseThread;
  readonly reading: Reading;
  readonly safety: SafetyScreen;
  readonly audit: readonly string[];
}

/** Only buttons were pressed: the words are the same, so the reading the model gave them is as well. */
function unchanged({ before, kase, events, first }: ToRefine, parts: RefineParts): Reread | null {
  const earlier = before.assessment;
  const told = events.some((event) => event.kind !== 'act');
  if (told || earlier?.versions.model !== parts.model.name) return null;
  const labels = earlier.reading.labels.filter(({ source }) => source !== 'clinician');
  const reading = correctReading({ ...earlier.reading, labels }, kase, parts.stages.label);
  return { kase, reading, safety: first.safety, audit: [] };
}

async function reread(
  parts: RefineParts,
  reconcile: Reconcile,
  { before, kase, first }: ToRefine,
  signal: AbortSignal,
): Promise<Reread | ModelFaultCode> {
  const turns = accountOf(kase, parts.stages.requests);
  const claims = claimsOf(first, before.assessment);
  const standing = [...claims, ...first.safety.labels].flatMap(({ evidence }) => evidence);
  const told = turns.map(({ text }) => text);
  const account = joinSafe(abridge(told, standing, sliceSafe));
  const raised = first.safety.labels
    .filter(({ status }) => status === 'open' || status === 'ask')
    .map(({ id }) => id);
  const reply = await parts.model.ask('classify', { account, claims, raised }, signal);
  if (!reply.ok) return reply.fault.code;

  const placed = placeTurns(turns);
  const { reading, safety, dropped, instructed } = reconcile(
    {
      ...{ text: first.text, turns: told, reading: first.reading },
      ...{ safety: first.safety, refused: kase.refused },
      inHand: (id, passage) => {
        const hand = kase.inHand.find((kept) => kept.id === id);
        const turn = placed.find(({ start, end }) => start <= passage.start && passage.end <= end);
        return hand !== undefined && turn !== undefined && turn.at <= hand.at;
      },
    },
    claims,
    reply.value,
  );
  for (const [why, count] of Object.entries(dropped)) parts.dropped(why, count);
  const flagged = raiseFlags(kase.turns, placed, first.text, first.safety, safety);
  return {
    kase: { ...kase, turns: flagged },
    reading,
    safety,
    audit: auditOf(first.safety, safety, instructed),
  };
}

function auditOf(before: SafetyScreen, after: SafetyScreen, instructed: boolean): string[] {
  const was = new Map(before.labels.map(({ id, status }) => [id, status]));
  const raised = after.labels.filter(({ id, status }) => was.get(id) !== status);
  return [
    'model.refined',
    ...(instructed ? ['model.instruction-like'] : []),
    ...raised.map(({ id, status }) => `safety.${status}.${id}`),
  ];
}

/** What suggestions may rest on: reconciling halves the confidence of what is contested with reason. */
const standsFor = ({ contested, confidence }: Marker) => !contested || confidence > 0.5;

/** Suggestions for the new reading, in the words of the case unless safety stands in front. */
async function resuggested(
  parts: RefineParts,
  { before, kase, first, events }: ToRefine,
  { reading, safety }: Reread,
  signal: AbortSignal,
) {
  const { stages } = parts;
  const text = first.text;
  const asked = askedOf({ before, kase, events }, stages.requests);
  const { missing, questions } = stages.missingInfo(text, safety, before.asked);
  const agreed = { ...reading, labels: reading.labels.filter(standsFor) };
  const suggest = (shown: readonly string[]) =>
    stages.suggest({
      ...{ text, reading: agreed, safety, missing, shown, now: parts.now() },
      ...{ tapped: kase.tapped, refused: kase.refused, lens: first.lens, ...asked },
    });
  const curated = suggest(before.shown);
  const gated = safety.status !== 'clear' || kase.stillOpen;
  if (gated || asked.wish === 'rung') return { ...curated, questions };

  // A model has new words for what the library has said already.
  const usedUp = curated.suggestions.phrases.length === 0 && before.shown.length > 0;
  const told = accountOf(kase, stages.requests).map((turn) => turn.text);
  const account = joinSafe(abridge(told, [], sliceSafe));
  const from = { account, reading: agreed, ...(usedUp ? suggest([]) : curated), wish: asked.wish };
  const rewordParts = { ...parts, interventions: parts.knowledge.interventions };
  const { suggestions, formulation } = await reword(rewordParts, from, signal);
  const phrases = suggestions.phrases.filter(({ source }) => !usedUp || source === 'model');
  const kept = usedUp && phrases.length === 0 ? curated.suggestions : { ...suggestions, phrases };
  return { suggestions: kept, formulation, questions };
}

/**
 * Builds `refine`: the second half of a turn, with a model. The model's reading is verified and
 * merged, suggestions are chosen anew for it and put into the words of the case. Never throws for
 * anything a model does; when it fails the first reading stays as it is.
 */
export function createRefine(parts: RefineParts): Refine {
  const { stages, model } = parts;
  const reconcile = createReconcile({
    taxonomy: parts.knowledge.taxonomy,
    responsesFor: stages.responsesFor,
    cut: sliceSafe,
    prompt: model.prefix('classify'),
  });

  return async (turn, outer) => {
    const signal = AbortSignal.any([outer, AbortSignal.timeout(parts.totalMs)]);
    const read = unchanged(turn, parts) ?? (await reread(parts, reconcile, turn, signal));
    if (typeof read === 'string')
      return { ok: false, code: read, line: stages.say(`model.${read}`) };
    const { first, before } = turn;
    const assessment: Assessment = {
      ...{ text: first.text, safety: read.safety, reading: read.reading },
      ...(await resuggested(parts, turn, read, signal)),
      versions: { ...first.versions, model: model.name, prompts: model.prompts },
      lens: first.lens,
    };
    const base = { ...read.kase, asked: before.asked, shown: before.shown };
    const kase = keep(base, assessment);
    if (assessment.safety.status !== 'clear' || kase.stillOpen) {
      return { ok: true, kase, outcome: { kind: 'safety', assessment }, audit: read.audit };
    }
    const seen = (id: string) => stages.label(id).shown.seen;
    const moved = whatChanged(before.assessment ?? first, assessment, stages.say, seen);
    const changed = [...(turn.told ?? []), stages.say('changed.refined'), ...moved];
    return { ok: true, kase, outcome: { kind: 'reading', assessment, changed }, audit: read.audit };
  };
}
