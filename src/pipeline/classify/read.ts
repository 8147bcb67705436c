import type { Knowledge } from '../../knowledge/knowledge.ts';
import { directionOfLabels } from '../direction-of-labels.ts';
import type { SafeText } from '../message.ts';
import type { Candidate, Marker, Reading } from '../outcome.ts';
import { tokens } from '../text/tokens.ts';
import { within } from '../text/within.ts';
import { conflictsOf } from './conflicts.ts';
import { createPullsOf, directionOf } from './direction.ts';
import { tellsEnough } from './enough-info.ts';
import type { ReaderModel } from './reader-model.ts';
import { createScoreLabels, type LabelScore } from './score-labels.ts';
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
 * Calls certain enough to assert: sure enough (`from`, by label), and likelier than nothing at all. Of
 * two that exclude each other the weaker one is left out.
 */
function assertable(
  calls: readonly Call[],
  from: readonly number[],
  conflict: (a: string, b: string) => boolean,
): Call[] {
  const kept: Call[] = [];
  for (const call of calls) {
    const { id, score, nothing, label } = call.label;
    if (score < nothing || call.confidence < (from[label] ?? 1)) continue;
    if (!kept.some((other) => conflict(other.label.id, id))) kept.push(call);
  }
  return kept.slice(0, MOST_ASSERTED);
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
  const scoreLabels = createScoreLabels(model);
  const { labels: ids } = model.linear;
  const pullsOf = createPullsOf(ids);
  const conflict = conflictsOf(knowledge.taxonomy);
  const { slope, offset, assertFrom, offerFrom, direction } = model.tuning;
  const assertLabelFrom = ids.map((id) => assertFrom[familyOf(id)] ?? 1);
  const sureness = (score: number) => 1 / (1 + Math.exp(-(slope * score + offset)));

  return (text) => {
    const all = tokens(text);
    const { labels, windows, evidence } = scoreLabels(text, all);
    const offered = ({ label, confidence }: Call): Candidate => ({
      id: label.id,
      confidence,
      evidence: [within(text, evidence(label))],
    });
    const asserted = (call: Call): Marker => {
      const whose = whoseOf(call.label.id);
      return { ...offered(call), whose, source: 'rules', contested: false };
    };
    const calls = labels.map((label) => ({ label, confidence: sureness(label.score) }));
    const bringsCase = (calls[0]?.confidence ?? 0) >= offerFrom;
    const enoughInfo = tellsEnough(text, all, bringsCase);
    if (!bringsCase) return { ...NOTHING, enoughInfo };
    const sure = assertable(calls, assertLabelFrom, conflict);
    const others = calls.filter((call) => !sure.includes(call)).slice(0, MOST_CANDIDATES);
    const settled = directionOfLabels(sure.map(({ label }) => label.id));
    const seen = directionOf(pullsOf(windows), direction);
    return {
      direction: seen === 'none' ? (settled ?? 'none') : seen,
      enoughInfo,
      labels: sure.map(asserted),
      candidates: others.map(offered),
    };
  };
}
