import type { NamedRisk } from '../language-model.ts';
import type { LabelStatus, SafetyLabel, SafetyScreen } from '../outcome.ts';
import type { Span } from '../text/span.ts';
import { checkEvidence, type EvidenceCheck } from './check-evidence.ts';

/** What a model's risks are held against. */
export interface Raising {
  readonly screen: SafetyScreen;
  readonly known: (id: string) => boolean;
  /** True when the author has declared this in hand after the passage was told. */
  readonly inHand: (id: string, passage: Span) => boolean;
  readonly responsesFor: (labels: readonly SafetyLabel[]) => readonly string[];
}

/** The live statuses, the more urgent first; everything else is lower. */
const LIVE: readonly LabelStatus[] = ['open', 'ask'];
const rank = (status: LabelStatus) => (LIVE.includes(status) ? LIVE.indexOf(status) : LIVE.length);

function raised(risk: NamedRisk, { screen, known, inHand }: Raising, check: EvidenceCheck) {
  if (!known(risk.id)) {
    check.drops.add('unknown-id');
    return null;
  }
  const evidence = checkEvidence(check, risk.quotes).filter((passage) => !inHand(risk.id, passage));
  if (evidence.length === 0) return null;
  const before = screen.labels.find(({ id }) => id === risk.id);
  const words = evidence.map((passage) => passage.words as string);
  if (before === undefined) {
    const label: SafetyLabel = { ...risk, evidence: words, source: 'model' };
    return label;
  }
  const higher = rank(risk.status) < rank(before.status);
  const label: SafetyLabel = {
    id: risk.id,
    status: higher ? risk.status : before.status,
    evidence: [...new Set([...before.evidence, ...words])],
    source: rank(before.status) < LIVE.length ? 'both' : 'model',
  };
  return label;
}

/**
 * The screen with what the model raises on top: safety is the higher of the two, never the lower. A
 * model needs verbatim evidence to raise, and nothing it says or leaves out takes anything away.
 */
export function raiseSafety(
  raising: Raising,
  risks: readonly NamedRisk[],
  check: EvidenceCheck,
): SafetyScreen {
  const byId = new Map(raising.screen.labels.map((label) => [label.id, label]));
  for (const risk of risks) {
    const label = raised(risk, raising, check);
    const before = label === null ? undefined : byId.get(label.id);
    if (label !== null && (before === undefined || rank(label.status) <= rank(before.status))) {
      byId.set(label.id, label);
    }
  }
  const labels = [...byId.values()].sort((a, b) => rank(a.status) - rank(b.status));
  const has = (status: LabelStatus) => labels.some((label) => label.status === status);
  const status = has('open') ? 'open' : has('ask') ? 'ask' : 'clear';
  return { status, labels, responses: raising.responsesFor(labels) };
}
