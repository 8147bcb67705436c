import type { Label } from '../../knowledge/knowledge.ts';
import type { Claim, ClassifyAnswer, NamedMarker, Sureness, Verdict } from '../language-model.ts';
import type { Candidate, Marker, Reading, Whose } from '../outcome.ts';
import type { Span } from '../text/span.ts';
import { createAboutSomeoneElse } from './about-someone-else.ts';
import { checkEvidence, type EvidenceCheck } from './check-evidence.ts';

/** What the model's labels are merged into. */
export interface MergeInto {
  readonly reading: Reading;
  /** Ids the clinician said were not so. */
  readonly refused: readonly string[];
  /** What was put to the model, claims of an earlier reading included. */
  readonly claims: readonly Claim[];
  /** The label of a taxonomy id, or null when there is none or it is a safety id. */
  readonly label: (id: string) => Label | null;
}

/** Labels and candidates after the model; which of them it stands behind. */
export interface Merged {
  readonly labels: readonly Marker[];
  readonly candidates: readonly Candidate[];
  readonly backed: ReadonlySet<string>;
}

const CONFIDENCE: Record<Sureness, number> = { clear: 0.9, likely: 0.75, thin: 0.35 };
const CONFIRMED = 0.85;
const DOUBTED = 0.5;
/** From this confidence on the rules stand by what they assert, contested or not. */
const CERTAIN = 0.85;
/** Slips in copying are forgiven up to here. */
const MOST_INVENTED = 1;
const SHARE_INVENTED = 1 / 3;
const MOST_CANDIDATES = 8;
const MOST_EVIDENCE = 3;
/** Families that tell of a patient's move, which nobody else can make. */
const MOVES: readonly Label['family'][] = ['withdrawal', 'confrontation', 'mixed'];

const USUAL: Partial<Record<Label['family'], Whose>> = {
  withdrawal: 'patient',
  confrontation: 'patient',
  mixed: 'patient',
  'therapist-side': 'therapist',
  trigger: 'frame',
};

/** Causes that lie outside the two, so that somebody else's doing is just what they are about. */
const OUTSIDE: readonly string[] = ['cau-third-party', 'cau-low-buy-in'];
const isOutside = ({ id, family }: Label) => family === 'trigger' || OUTSIDE.includes(id);

/** A model's marker whose evidence has been found. */
type Found = Candidate & { readonly sure: Sureness; readonly whose: Whose };

function checked(
  named: NamedMarker,
  into: MergeInto,
  check: EvidenceCheck,
  isOther: (passage: Span) => boolean,
): Found | null {
  const label = into.label(named.id);
  const drop = (why: 'unknown-id' | 'refused' | 'someone-else') => {
    check.drops.add(why);
    return null;
  };
  if (label === null) return drop('unknown-id');
  if (into.refused.includes(named.id)) return drop('refused');
  const whose = named.whose === 'someone-else' ? 'frame' : named.whose;
  if (whose !== named.whose && !isOutside(label)) return drop('someone-else');
  const move = MOVES.includes(label.family);
  const dismiss = move ? isOther : undefined;
  const evidence = checkEvidence(check, named.quotes, dismiss).map(({ words }) => words);
  if (evidence.length === 0) return null;
  return {
    ...{ id: named.id, confidence: CONFIDENCE[named.sure], evidence, sure: named.sure },
    whose: USUAL[label.family] ?? whose,
  };
}

const together = (a: Marker['evidence'], b: Marker['evidence']) =>
  [...new Set([...a, ...b])].slice(0, MOST_EVIDENCE);

/** A marker of the first reading after the model has looked at it. */
function judged(
  marker: Marker,
  found: Found | undefined,
  verdict: Verdict | undefined,
  trusted: boolean,
): Marker {
  if (marker.source === 'clinician') {
    return found ? { ...marker, evidence: together(marker.evidence, found.evidence) } : marker;
  }
  if (found !== undefined && found.sure !== 'thin') {
    const confidence = Math.max(marker.confidence, found.confidence);
    const evidence = together(marker.evidence, found.evidence);
    return { ...marker, confidence, evidence, source: 'both', contested: false };
  }
  if (verdict?.verdict === 'confirm') {
    const confidence = Math.max(marker.confidence, CONFIRMED);
    return { ...marker, confidence, source: 'both', contested: false };
  }
  if (verdict?.verdict !== 'contest') return marker;
  const contestReason = verdict.reason === 'none' ? 'not-told' : verdict.reason;
  const confidence = marker.confidence * (trusted ? DOUBTED : 1);
  return { ...marker, confidence, contested: true, contestReason };
}

/** Claims of an earlier refined reading that the model confirms again. */
function upheld(into: MergeInto, answer: ClassifyAnswer, taken: ReadonlySet<string>): Marker[] {
  return into.claims.flatMap(({ id, evidence }) => {
    const verdict = answer.verdicts.find((given) => given.id === id);
    const label = into.label(id);
    const stands = verdict?.verdict === 'confirm' && label !== null && evidence.length > 0;
    if (!stands || taken.has(id) || into.refused.includes(id)) return [];
    const whose = USUAL[label.family] ?? 'both';
    return [{ id, confidence: CONFIRMED, whose, evidence, source: 'model', contested: false }];
  });
}

/** A contested marker of which the rules were not certain: back among what the clinician is asked. */
const isDemoted = ({ contested, confidence }: Marker) =>
  contested && confidence < CERTAIN * DOUBTED;

function candidatesOf(
  offered: readonly Candidate[],
  found: readonly Found[],
  demoted: readonly Marker[],
): Candidate[] {
  const thin = found
    .filter(({ sure }) => sure === 'thin')
    .map(({ id, confidence, evidence }): Candidate => ({ id, confidence, evidence }));
  const contested = demoted.map(({ id, confidence, evidence, contestReason }): Candidate => {
    return { id, confidence, evidence, ...(contestReason && { contestReason }) };
  });
  const first = [...contested, ...thin];
  const ids = new Set(first.map(({ id }) => id));
  return [...first, ...offered.filter(({ id }) => !ids.has(id))]
    .sort((a, b) => b.confidence - a.confidence)
    .slice(0, MOST_CANDIDATES);
}

const byWeight = (a: Marker, b: Marker) =>
  Number(a.contested) - Number(b.contested) || b.confidence - a.confidence;

/** The model's markers with found evidence, each id once. */
function foundIn(answer: ClassifyAnswer, into: MergeInto, check: EvidenceCheck) {
  const found = new Map<string, Found>();
  const isOther = createAboutSomeoneElse(check.text);
  for (const named of answer.labels) {
    const marker = checked(named, into, check, isOther);
    if (marker !== null && !found.has(marker.id)) found.set(marker.id, marker);
  }
  return found;
}

/** A model that makes up what it quotes has no say in what the rules have found. */
function isTrusted(answer: ClassifyAnswer, check: EvidenceCheck): boolean {
  const { 'not-found': missing = 0, 'from-prompt': borrowed = 0 } = check.drops.counts();
  const quotes = answer.labels.reduce((sum, { quotes }) => sum + quotes.length, 0);
  const invented = missing + borrowed;
  return invented <= MOST_INVENTED || invented < quotes * SHARE_INVENTED;
}

/**
 * The first reading's labels with the model's on top: what both found is `both`, what only the model
 * found and could quote is `model`. What the model contests stays in sight and is marked so: among
 * the labels where the rules were certain, else among what the clinician can tap. What the clinician
 * has said stands above both.
 */
export function mergeLabels(into: MergeInto, answer: ClassifyAnswer, check: EvidenceCheck): Merged {
  const { reading } = into;
  const found = foundIn(answer, into, check);
  const verdictOn = (id: string) => answer.verdicts.find((verdict) => verdict.id === id);
  const trusted = isTrusted(answer, check);
  const kept = reading.labels.map((marker) =>
    judged(marker, found.get(marker.id), verdictOn(marker.id), trusted),
  );
  const known = new Set(kept.map(({ id }) => id));
  const offered = new Set(reading.candidates.map(({ id }) => id));
  const added = [...found.values()]
    .filter(({ id, sure }) => sure !== 'thin' && !known.has(id))
    .map(({ sure: _, ...marker }): Marker => {
      const source = offered.has(marker.id) ? 'both' : 'model';
      return { ...marker, source, contested: false };
    });
  const taken = new Set([...known, ...added.map(({ id }) => id)]);
  const labels = [
    ...kept.filter((marker) => !isDemoted(marker)),
    ...added,
    ...upheld(into, answer, taken),
  ].sort(byWeight);
  const asserted = new Set(labels.map(({ id }) => id));
  const open = [...found.values()].filter(({ id }) => !known.has(id));
  const rest = reading.candidates.filter(({ id }) => !asserted.has(id));
  const backed = labels.filter(({ source, contested }) => source !== 'rules' && !contested);
  return {
    labels,
    candidates: candidatesOf(rest, open, kept.filter(isDemoted)),
    backed: new Set(backed.map(({ id }) => id)),
  };
}
