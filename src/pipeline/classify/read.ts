import type { Knowledge } from '../../knowledge/knowledge.ts';
import { directionOfLabels } from '../direction-of-labels.ts';
import type { SafeText } from '../message.ts';
import type { Candidate, Marker, Reading } from '../outcome.ts';
import { createPhraseFinder } from '../text/phrases.ts';
import { within } from '../text/within.ts';
import { conflictsOf } from './conflicts.ts';
import { directionOf, pullsOf } from './direction.ts';
import { tellsEnough } from './enough-info.ts';
import type { ReaderModel } from './reader-model.ts';
import { type LabelScore, scoreLabels } from './score-labels.ts';
import { whoseOf } from './whose.ts';

/** Reads a de-identified case against the taxonomy, without any outside model. */
export type Reader = (text: SafeText) => Reading;

const MOST_CANDIDATES = 8;
const MOST_ASSERTED = 6;

const NOTHING: Reading = { direction: 'none', enoughInfo: true, labels: [], candidates: [] };

/** A label with how sure the reader is of it, 0 to 1. */
interface Call {
  readonly label: LabelScore;
  readonly confidence: number;
}

const familyOf = (id: string) => id.split('-')[0] ?? '';

/**
 * Calls certain enough to assert: sure for their family, and likelier than nothing at all. Of two that
 * exclude each other the weaker one is left out.
 */
function assertable(
  calls: readonly Call[],
  from: Readonly<Record<string, number>>,
  conflict: (a: string, b: string) => boolean,
): Call[] {
  const kept: Call[] = [];
  for (const call of calls) {
    const { id, score, nothing } = call.label;
    if (call.confidence < (from[familyOf(id)] ?? 1) || score < nothing) continue;
    if (!kept.some((other) => conflict(other.label.id, id))) kept.push(call);
  }
  return kept.slice(0, MOST_ASSERTED);
}

function offered({ label, confidence }: Call, text: SafeText): Candidate {
  return { id: label.id, confidence, evidence: [within(text, label.evidence)] };
}

function asserted(call: Call, text: SafeText): Marker {
  const whose = whoseOf(call.label.id);
  return { ...offered(call, text), whose, source: 'rules', contested: false };
}

/**
 * Builds the reader: a classifier over two-sentence windows asserts what is certain and offers the
 * best eight others for a tap. Without a model it says nothing.
 */
export function createReader(
  knowledge: Pick<Knowledge, 'taxonomy'>,
  model: ReaderModel | null,
): Reader {
  if (model === null) return () => NOTHING;
  const find = createPhraseFinder(model.concepts);
  const conflict = conflictsOf(knowledge.taxonomy);
  const { slope, offset, assertFrom, offerFrom, direction } = model.tuning;
  const sureness = (score: number) => 1 / (1 + Math.exp(-(slope * score + offset)));

  return (text) => {
    const { labels, windows } = scoreLabels(model, text, find);
    const calls = labels.map((label) => ({ label, confidence: sureness(label.score) }));
    const bringsCase = (calls[0]?.confidence ?? 0) >= offerFrom;
    const enoughInfo = tellsEnough(text, bringsCase);
    if (!bringsCase) return { ...NOTHING, enoughInfo };
    const sure = assertable(calls, assertFrom, conflict);
    const others = calls.filter((call) => !sure.includes(call)).slice(0, MOST_CANDIDATES);
    const settled = directionOfLabels(sure.map(({ label }) => label.id));
    const seen = directionOf(pullsOf(windows, model.linear.labels), direction);
    return {
      direction: seen === 'none' ? (settled ?? 'none') : seen,
      enoughInfo,
      labels: sure.map((call) => asserted(call, text)),
      candidates: others.map((call) => offered(call, text)),
    };
  };
}
