import type { LinearModel } from '../text/linear-model.ts';
import { numberOf } from '../text/number-of.ts';
import { createRowCounter, type Sparse } from '../text/row-counter.ts';
import { createScore } from '../text/score-linear.ts';
import { createKnownSigns } from './known-signs.ts';
import type { Limits, SafetyModel } from './safety-model.ts';
import type { SignSpace } from './sign-space.ts';
import type { Piece } from './signs.ts';
import type { Range } from './wording.ts';

/** What the classifier makes of one stretch of text. */
export interface Stretch extends Range {
  readonly raise: number;
  readonly open: number;
  readonly limits: Limits;
  /** Safety ids with their scores, likeliest first. */
  readonly ids: readonly { readonly id: string; readonly score: number }[];
}

/** A safety model at work; signs go by numbers, and their names are let go. */
export interface Classifier extends Pick<SafetyModel, 'thresholds'> {
  /** The signs that it knows. */
  readonly space: SignSpace;
  /** Whether it knows enough of the words to say anything: it knows English only. */
  understands(pieces: readonly Piece[]): boolean;
  /** Scores a short note as a whole and a longer text by every three neighbouring pieces. */
  stretchesOf(pieces: readonly Piece[]): Stretch[];
}

/** A note of up to so many words is read as a whole. */
const SHORT = 50;
/** How much the model for longer texts counts beside the one for short notes. */
const SECOND_VOICE = 0.5;
/** Places of the two labels in the alarm models. */
const [RAISE, OPEN] = [0, 1];
/** A longer text is read by so many neighbouring sentences at a time. */
const PIECES = 3;

/** Of the words of an English text, at least this share was met in training. */
const KNOWN = 0.5;

/** Builds the classifier of a model. */
export function createClassifier({ thresholds, ...models }: SafetyModel): Classifier {
  const numbers = numbersOf([models.short, models.long, models.which]);
  const [short, long, which] = [
    byNumber(models.short, numbers),
    byNumber(models.long, numbers),
    byNumber(models.which, numbers),
  ];

  /** `stretch` holds what the model for longer texts makes of the pieces. */
  function scored(pieces: readonly Piece[], stretch: Float64Array, isNote: boolean): Stretch {
    const note = isNote ? short.score(short.known(pieces)) : [];
    const heard = (nth: number) =>
      isNote ? (note[nth] ?? 0) + SECOND_VOICE * (stretch[nth] ?? 0) : (stretch[nth] ?? 0);
    const [raise, open] = [heard(RAISE), heard(OPEN)];
    const limits = isNote ? thresholds.short : thresholds.long;
    const raises = raise >= limits.ask || open >= limits.open;
    const scores = raises ? which.score(which.known(pieces)) : [];
    const ids = Array.from(scores, (score, nth) => ({ id: which.labels[nth] ?? '', score }));
    ids.sort((a, b) => b.score - a.score);
    return { from: pieces[0]?.from ?? 0, to: pieces.at(-1)?.to ?? 0, raise, open, limits, ids };
  }

  return {
    thresholds,
    space: createKnownSigns(numbers),
    understands: createUnderstands(models.short, numbers),
    stretchesOf: (pieces) => {
      if (pieces.length === 0) return [];
      const known = long.known(pieces);
      const isNote = (pieces.at(-1)?.to ?? 0) <= SHORT;
      const size = isNote ? pieces.length : Math.min(PIECES, pieces.length);
      return Array.from({ length: pieces.length - size + 1 }, (_, from) => {
        const stretch = long.score(known.slice(from, from + size));
        return scored(pieces.slice(from, from + size), stretch, isNote);
      });
    },
  };
}

type Numbers = ReadonlyMap<string, number>;

/** Numbers of all signs that one of the models knows. */
function numbersOf(models: readonly LinearModel[]): Numbers {
  const numbers = new Map<string, number>();
  for (const { features } of models) for (const name of features) numberOf(numbers, name);
  return numbers;
}

/** A model that is asked by numbers of signs. */
function byNumber(model: LinearModel, numbers: Numbers) {
  const rowOf = new Int32Array(numbers.size).fill(-1);
  for (const [row, name] of model.features.entries()) rowOf[numbers.get(name) ?? 0] = row;
  const counter = createRowCounter();
  return {
    labels: model.labels,
    score: createScore(model),
    /** What the model knows of the signs of each piece. */
    known: (pieces: readonly Piece[]): Sparse[] => {
      counter.clear();
      for (const { signs } of pieces) {
        for (let nth = 0; nth < signs.rows.length; nth += 1)
          counter.add(rowOf[signs.rows[nth] as number] as number, signs.counts[nth] as number);
        counter.end();
      }
      return counter.take();
    },
  };
}

/** Words are all `u:` signs; those count that the model for short notes knows. */
function createUnderstands({ features }: LinearModel, numbers: Numbers): Classifier['understands'] {
  const isKnown = new Uint8Array(numbers.size);
  for (const name of features) if (name.startsWith('u:')) isKnown[numbers.get(name) ?? 0] = 1;
  return (pieces) => {
    let known = 0;
    for (const { signs } of pieces)
      signs.rows.forEach((sign, nth) => {
        if (isKnown[sign] === 1) known += signs.counts[nth] as number;
      });
    return known >= KNOWN * (pieces.at(-1)?.to ?? 0);
  };
}
