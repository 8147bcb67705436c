import type { Knowledge, Signal } from '../../knowledge/knowledge.ts';
import type { LabelStatus, Marker, Reading, SafetyScreen } from '../outcome.ts';
import { createPatternFinder } from '../text/pattern-finder.ts';
import { createBoundaryFlags } from './boundary-flags.ts';

/** What a case gives to choose by: asserted labels with their weight, families, signals. */
export interface Facts {
  /** Asserted or tapped labels, those that matter most for choosing first; safety labels apart. */
  readonly labels: readonly Marker[];
  /** True when the reader has a guess at what the client did or what set it off, if no more. */
  readonly guessed: boolean;
  /** Taxonomy ids, families and signals (`sg-…`) that hold. */
  readonly holds: (idOrFamilyOrSignal: string) => boolean;
  /** Signs that boundaries are slipping, as one sentence each. */
  readonly flags: readonly string[];
  /** 0 to 1: how sure the label, or the surest label of the family, is; 0 when it does not hold. */
  readonly weight: (idOrFamily: string) => number;
}

/** What comes first when several labels stand: frame, then markers, then types, courses, causes. */
const ORDER = [
  'trigger',
  'mixed',
  'confrontation',
  'withdrawal',
  'impasse-course',
  'cause',
  'therapist-side',
  'impasse-type',
];
/** A safety label that is only to be asked about bars what it bars, and calls for little else yet. */
const BY_STATUS: Partial<Record<LabelStatus, number>> = { open: 1, ask: 0.3 };

/** What a therapist did to a client stays so after it is in hand: it is not worked through as shared. */
const BOUNDARY = 'sg-boundary-violation';
/** So many signs that boundaries slip call for a question (clinical section 7). */
const FLAGS = 2;
const FLAGGED = 'sg-boundary-flags';

const GUESSABLE = /^(?:wd|cf|mx|trg|pat)-/;

/** How sure each label, and the surest of its family, is. */
function weigh(labels: readonly Marker[], familyOf: (id: string) => string): Map<string, number> {
  const weights = new Map<string, number>();
  for (const { id, confidence } of labels) {
    weights.set(id, confidence);
    weights.set(familyOf(id), Math.max(confidence, weights.get(familyOf(id)) ?? 0));
  }
  return weights;
}

/** True for a matter that was told and is in hand now, not for one that was only asked about. */
const wasOpen = ({ status, raised = 'open' }: SafetyScreen['labels'][number]) =>
  status === 'in-hand' && raised === 'open';

/** Adds safety labels: what is open counts in full, and some after they are in hand. */
function weighSafety(
  weights: Map<string, number>,
  safety: SafetyScreen['labels'],
  lasting: readonly string[],
): void {
  for (const label of safety) {
    const { id, status } = label;
    const stays = wasOpen(label) && lasting.includes(id);
    const weight = stays ? 1 : BY_STATUS[status];
    if (weight !== undefined) weights.set(id, weight);
    if (status === 'open') weights.set('safety', 1);
  }
}

/**
 * Builds the reading of facts: taps count as certain, refused labels are gone, a safety label counts
 * in full while it is open, and a little while it is to be asked.
 */
export function createFacts(knowledge: Pick<Knowledge, 'signals' | 'label' | 'redFlags'>) {
  const { signals } = knowledge;
  const signalsIn = createPatternFinder(signals.map((of) => ({ of, patterns: of.patterns })));
  const boundaryFlags = createBoundaryFlags(knowledge.redFlags);
  const lasting = knowledge.signals.find(({ id }) => id === BOUNDARY)?.labels ?? [];
  const familyOf = (id: string) => knowledge.label(id).family;
  const order = ({ id }: Marker) => ORDER.indexOf(familyOf(id));

  return (input: {
    readonly text: string;
    readonly reading: Reading;
    readonly safety: SafetyScreen;
    readonly tapped: readonly string[];
    readonly refused: readonly string[];
    /** Everything the clinician wrote, requests included; by default the text of the case. */
    readonly said?: string;
    /** Signals and the stage that the course of the thread sets. */
    readonly signals?: readonly string[];
  }): Facts => {
    const labels = [...asserted(input)]
      .filter(({ id }) => familyOf(id) !== 'safety' && !input.refused.includes(id))
      .sort((a, b) => order(a) - order(b) || b.confidence - a.confidence);
    const weights = weigh(labels, familyOf);
    weighSafety(weights, input.safety.labels, lasting);
    const inHand = input.safety.labels.filter(wasOpen);
    const told = new Set([...weights.keys(), ...inHand.map(({ id }) => id)]);
    const said = input.said ?? input.text;
    const flags = boundaryFlags(said);
    const heard = signalsIn(said);
    const stands = (signal: Signal) =>
      heard.has(signal) || signal.labels.some((label) => told.has(label));
    const held = new Set([
      ...signals.filter(stands).map(({ id }) => id),
      ...(flags.length >= FLAGS ? [FLAGGED] : []),
      ...(input.signals ?? []),
    ]);
    return {
      flags,
      labels,
      guessed: input.reading.candidates.some(({ id }) => GUESSABLE.test(id)),
      holds: (id) => told.has(id) || held.has(id),
      weight: (id) => weights.get(id) ?? 0,
    };
  };
}

/** The asserted labels with those the clinician tapped, each once. */
function asserted(input: { readonly reading: Reading; readonly tapped: readonly string[] }) {
  const { labels, candidates } = input.reading;
  const known = new Set(labels.map(({ id }) => id));
  const added = input.tapped.filter((id) => !known.has(id));
  return [
    ...labels.map((label) =>
      input.tapped.includes(label.id) ? { ...label, confidence: 1 } : label,
    ),
    ...added.map(
      (id): Marker => ({
        id,
        confidence: 1,
        whose: 'both',
        evidence: candidates.find((candidate) => candidate.id === id)?.evidence ?? [],
        source: 'clinician',
        contested: false,
      }),
    ),
  ];
}
