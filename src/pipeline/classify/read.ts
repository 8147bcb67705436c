import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { SafeText } from '../message.ts';
import type { Candidate, Marker, Reading } from '../outcome.ts';
import { createPhraseFinder } from '../text/phrases.ts';
import { within } from '../text/within.ts';
import { conflictsOf } from './conflicts.ts';
import { directionOf, directionOfLabels, pullsOf } from './direction.ts';
import { tellsEnough } from './enough-info.ts';
import type { ReaderModel } from './reader-model.ts';
import { type LabelScore, scoreLabels } from './score-labels.ts';
import { whoseOf } from './whose.ts';

/** Reads a de-identified case against the taxonomy, without any outside model. */
export type Reader = (text: SafeText) => Reading;

const MOST_CANDIDATES = 8;
const MOST_ASSERTED = 6;

const NOTHING: Reading = { direction: 'none', enoughInfo: true, labels: [], candidates: [] };

type Sure = LabelScore & { readonly confidence: number };

const familyOf = (id: string) => id.split('-')[0] ?? '';

/** Labels certain enough to assert; of two that exclude each other the weaker one is left out. */
function assertable(
  scored: readonly Sure[],
  from: Readonly<Record<string, number>>,
  conflict: (a: string, b: string) => boolean,
): Sure[] {
  const kept: Sure[] = [];
  for (const label of scored) {
    if (label.confidence < (from[familyOf(label.id)] ?? 1)) continue;
    if (!kept.some((other) => conflict(other.id, label.id))) kept.push(label);
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
  const find = createPhraseFinder(model.concepts);
  const conflict = conflictsOf(knowledge.taxonomy);
  const { slope, offset, assertFrom, offerFrom, direction } = model.tuning;

  return (text) => {
    const { labels: scores, windows } = scoreLabels(model, text, find);
    const scored = scores.map((label) => ({
      id: label.id,
      score: label.score,
      confidence: 1 / (1 + Math.exp(-(slope * label.score + offset))),
      get evidence() {
        return label.evidence;
      },
    }));
    const bringsCase = (scored[0]?.confidence ?? 0) >= offerFrom;
    if (!bringsCase) return { ...NOTHING, enoughInfo: tellsEnough(text, false) };
    const sure = assertable(scored, assertFrom, conflict);
    const markers = sure.map(
      ({ id, confidence, evidence }): Marker => ({
        id,
        confidence,
        whose: whoseOf(id),
        evidence: [within(text, evidence)],
        source: 'rules',
        contested: false,
      }),
    );
    const candidates = scored
      .filter((label) => !sure.includes(label))
      .slice(0, MOST_CANDIDATES)
      .map(
        ({ id, confidence, evidence }): Candidate => ({
          id,
          confidence,
          evidence: [within(text, evidence)],
        }),
      );
    const seen = directionOf(pullsOf(windows, model.linear.labels), direction);
    const settled = directionOfLabels(sure.map(({ id }) => id));
    return {
      direction: seen === 'none' ? (settled ?? 'none') : seen,
      enoughInfo: tellsEnough(text, true),
      labels: markers,
      candidates,
    };
  };
}
