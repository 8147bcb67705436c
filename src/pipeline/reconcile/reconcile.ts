import type { Label } from '../../knowledge/knowledge.ts';
import type { Claim, ClassifyAnswer } from '../language-model.ts';
import type { SafeText } from '../message.ts';
import type { Reading, SafetyLabel, SafetyScreen } from '../outcome.ts';
import type { Span } from '../text/span.ts';
import { type Cut, checkEvidence, type EvidenceCheck } from './check-evidence.ts';
import { createDrops, type DropReason } from './drops.ts';
import { quoteSources } from './find-quote.ts';
import { foldText } from './fold-text.ts';
import { instructionLike } from './instruction-like.ts';
import { mergeLabels } from './merge-labels.ts';
import { raiseSafety } from './raise-safety.ts';
import { settleDirection } from './settle-direction.ts';

/** The first reading and the account it is of. */
export interface FirstReading {
  readonly text: SafeText;
  readonly turns: readonly SafeText[];
  readonly reading: Reading;
  readonly safety: SafetyScreen;
  readonly refused: readonly string[];
  /** True when the author has declared this in hand after the passage was told. */
  readonly inHand: (id: string, passage: Span) => boolean;
}

/** What reconciling needs besides the reading and the answer. */
export interface ReconcileParts {
  readonly taxonomy: readonly Label[];
  readonly responsesFor: (labels: readonly SafetyLabel[]) => readonly string[];
  readonly cut: Cut;
  /** The unchanging part of the prompt. */
  readonly prompt: string;
}

/** Identifiers are taken out before a model sees anything. */
const NOT_ASKED = 'sf-identifiers';

/** A reading that holds nothing of the model's but what could be checked. */
interface Reconciled {
  readonly reading: Reading;
  readonly safety: SafetyScreen;
  readonly dropped: Readonly<Partial<Record<DropReason, number>>>;
  /** The account holds words that try to instruct its reader; for the audit. */
  readonly instructed: boolean;
}

export type Reconcile = (
  first: FirstReading,
  claims: readonly Claim[],
  answer: ClassifyAnswer,
) => Reconciled;

/**
 * Builds `reconcile`: verifies a model's answer against the account and merges it with the first
 * reading. Nothing unverified passes, safety only rises, and what is dropped is counted.
 */
export function createReconcile(parts: ReconcileParts): Reconcile {
  const prompt = foldText(parts.prompt).text;
  const byId = new Map(parts.taxonomy.map((label) => [label.id, label]));
  const marker = (id: string) => {
    const label = byId.get(id);
    return label === undefined || label.family === 'safety' ? null : label;
  };
  const familyOf = (id: string) => byId.get(id)?.family ?? 'cause';

  return (first, claims, answer) => {
    const drops = createDrops();
    const { text, turns, reading } = first;
    const sources = quoteSources(text, turns, prompt);
    const check: EvidenceCheck = { text, sources, cut: parts.cut, drops };
    const into = { reading, refused: first.refused, claims, label: marker };
    const { labels, candidates, backed } = mergeLabels(into, answer, check);
    const said = {
      direction: answer.direction,
      quoted: answer.direction !== 'none' && shows(check, answer.directionQuotes),
      backed: labels.filter(({ id }) => backed.has(id)),
    };
    const raising = {
      screen: first.safety,
      known: (id: string) => byId.get(id)?.family === 'safety' && id !== NOT_ASKED,
      inHand: first.inHand,
      responsesFor: parts.responsesFor,
    };
    const tapped = labels.some(({ source }) => source === 'clinician');
    const direction = settleDirection(reading, said, familyOf);
    return {
      reading: { direction, enoughInfo: tapped || answer.enoughInfo, labels, candidates },
      safety: raiseSafety(raising, answer.safety, check),
      dropped: drops.counts(),
      instructed: instructionLike(text) || shows(uncounted(check), answer.instructions),
    };
  };
}

const shows = (check: EvidenceCheck, quotes: readonly string[]) =>
  checkEvidence(check, quotes).length > 0;
const uncounted = (check: EvidenceCheck): EvidenceCheck => ({ ...check, drops: createDrops() });
