import { createScore, type Sparse } from '../text/score-linear.ts';
import type { Span } from '../text/span.ts';
import type { Token } from '../text/tokens.ts';
import { competing } from './competing.ts';
import { createFindEvidence } from './find-evidence.ts';
import { createModelSpace } from './model-space.ts';
import type { ReaderModel } from './reader-model.ts';
import { createSeeSentences } from './sentence-features.ts';
import { windowsOf } from './windows.ts';

/** How strongly a text speaks for one label, and where. */
export interface LabelScore {
  readonly id: string;
  /** Natural log of the label's probability in the window that speaks for it most. */
  readonly score: number;
  /** The same for 'none of these' in that window. */
  readonly nothing: number;
  /** Its column in the model, and the window's place. */
  readonly label: number;
  readonly window: number;
}

/** What every window says about every label. */
interface TextScores {
  /** By label, best first; the label for 'none of these' is left out. */
  readonly labels: readonly LabelScore[];
  /** Log-probabilities window by window, in the order of the model's labels. */
  readonly windows: readonly Float64Array[];
  /** The sentence that carries a label in its window; a clause or two of an endless sentence. */
  evidence(score: LabelScore): Span;
}

/** Scores every label on every window of a text; its tokens may be given where they are known. */
export type ScoreLabels = (text: string, known?: readonly Token[]) => TextScores;

const NOTHING: Sparse = { rows: new Int32Array(0), counts: new Float64Array(0) };

/** For every label the row that speaks most for it; the first of equals. */
function loudest(rows: readonly Float64Array[], labels: number): Int32Array {
  const best = new Int32Array(labels);
  rows.forEach((row, at) => {
    for (let label = 0; label < labels; label += 1) {
      const most = rows[best[label] as number] as Float64Array;
      if ((row[label] as number) > (most[label] as number)) best[label] = at;
    }
  });
  return best;
}

/** Builds what scores the labels of a model, the last of which is 'none of these'. */
export function createScoreLabels({
  linear,
  concepts,
}: Pick<ReaderModel, 'linear' | 'concepts'>): ScoreLabels {
  const see = createSeeSentences(
    concepts,
    createModelSpace(linear.features, Object.keys(concepts)),
  );
  const score = createScore(linear);
  const ids = linear.labels.slice(0, -1);

  return (text, known) => {
    const sentences = see(text, known);
    const parts = sentences.map(({ features }) => features);
    const windows = windowsOf(sentences);
    const scores = windows.map(({ first, last }) => competing(score(parts.slice(first, last + 1))));
    const best = loudest(scores, ids.length);
    const findEvidence = createFindEvidence({
      text,
      sentences,
      sentence: (at) => competing(score(parts.slice(at, at + 1))),
      piece: (piece) => competing(score([see(piece)[0]?.features ?? NOTHING])),
    });
    const labels = ids.map((id, label): LabelScore => {
      const window = best[label] as number;
      const row = scores[window];
      return {
        id,
        score: row?.[label] ?? Number.NEGATIVE_INFINITY,
        nothing: row?.[ids.length] ?? 0,
        label,
        window,
      };
    });
    labels.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
    return {
      labels,
      windows: scores,
      evidence({ label, window: at }) {
        const window = windows[at];
        return window === undefined ? { start: 0, end: 0 } : findEvidence(window, label);
      },
    };
  };
}
