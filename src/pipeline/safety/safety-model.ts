import type { LinearModel } from '../text/linear-model.ts';
import { scoreLinear, scorerOf } from '../text/score-linear.ts';
import { type Piece, together, withoutRules } from './signs.ts';

/** Where scores turn into a status. */
interface Limits {
  /** Score of 'raise' from which a question is asked without any rule. */
  readonly ask: number;
  /** Score of 'open' from which a label is open without any rule. */
  readonly open: number;
  /** Score of 'raise' from which a looser wording is asked about. */
  readonly askWording: number;
  /** Score of 'open' from which a looser wording is open; below it is asked about. */
  readonly openWording: number;
}

/** Chosen on notes and write-ups that the weights were not fitted on. */
export interface SafetyThresholds {
  readonly short: Limits;
  readonly long: Limits;
  /** How far behind the likeliest label another may lie and still be asked about. */
  readonly apart: number;
  /** Labels the classifier asks about by itself in one text, at most. */
  readonly most: number;
}

/** The local safety classifier: is anything to be raised here, and which label is it. */
export interface SafetyModel {
  readonly version: string;
  /** Labels 'raise' and 'open' for a short note, which tends to be about one matter. */
  readonly short: LinearModel;
  /** The same for a stretch of a longer write-up, where most of what is told is something else. */
  readonly long: LinearModel;
  /** One label per safety id, fitted on what raises something. */
  readonly which: LinearModel;
  readonly thresholds: SafetyThresholds;
}

/** What the classifier makes of one stretch of text. */
export interface Stretch {
  /** First word, and the word behind the last. */
  readonly from: number;
  readonly to: number;
  readonly raise: number;
  readonly open: number;
  readonly limits: Limits;
  /** Safety ids with their scores, likeliest first. */
  readonly ids: readonly { readonly id: string; readonly score: number }[];
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

/** Whether the classifier knows enough of the words to say anything: it knows English only. */
export function understands(model: SafetyModel, pieces: readonly Piece[]): boolean {
  let [known, all] = [0, 0];
  for (const { counts } of pieces)
    for (const [name, count] of counts) {
      if (!name.startsWith('u:')) continue;
      all += count;
      if (model.short.rows.has(name)) known += count;
    }
  return known >= KNOWN * all;
}

/** Scores a short note as a whole and a longer text by every three neighbouring pieces. */
export function stretchesOf(model: SafetyModel, pieces: readonly Piece[]): Stretch[] {
  if (pieces.length === 0) return [];
  const scorer = scorerOf(model.long);
  const known = pieces.map(({ counts }) => scorer.sparse(counts));
  const isNote = (pieces.at(-1)?.to ?? 0) <= SHORT;
  const size = isNote ? pieces.length : Math.min(PIECES, pieces.length);
  return Array.from({ length: pieces.length - size + 1 }, (_, from) => {
    const stretch = scorer.score(known.slice(from, from + size));
    return scored(model, pieces.slice(from, from + size), stretch, isNote);
  });
}

/** `stretch` holds what the model for longer texts makes of the pieces. */
function scored(
  model: SafetyModel,
  pieces: readonly Piece[],
  stretch: Float64Array,
  short: boolean,
): Stretch {
  const { which, thresholds } = model;
  const note = short ? scoreLinear(model.short, withoutRules(together(pieces))) : [];
  const heard = (nth: number) =>
    short ? (note[nth] ?? 0) + SECOND_VOICE * (stretch[nth] ?? 0) : (stretch[nth] ?? 0);
  const [raise, open] = [heard(RAISE), heard(OPEN)];
  const limits = short ? thresholds.short : thresholds.long;
  const raises = raise >= limits.ask || open >= limits.open;
  const scores = raises ? scoreLinear(which, together(pieces)) : [];
  const ids = Array.from(scores, (score, nth) => ({ id: which.labels[nth] ?? '', score }));
  ids.sort((a, b) => b.score - a.score);
  return { from: pieces[0]?.from ?? 0, to: pieces.at(-1)?.to ?? 0, raise, open, limits, ids };
}
