import { type LinearModel, scoreLinear } from '../text/linear-model.ts';
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
/** In a short note, how much the model for longer texts counts beside the one for notes … */
const LONG_VOICE = 0.5;
/** … and how much the second opinion counts, for 'raise' and for 'open'. */
const DANGER_VOICE = [0.5, 0.2];
/** Log-odds of the second opinion are taken within -6 and 3. */
const FURTHEST = 6;
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

/** Whether a text is a short note, to be read as a whole. */
export function isShort(pieces: readonly Piece[]): boolean {
  return (pieces.at(-1)?.to ?? 0) <= SHORT;
}

/**
 * Scores a short note as a whole and a longer text by every three neighbouring pieces.
 *
 * @param danger a second opinion on the whole text, 0 to 1; it counts in a short note
 */
export function stretchesOf(
  model: SafetyModel,
  pieces: readonly Piece[],
  danger: number,
): Stretch[] {
  if (pieces.length === 0) return [];
  if (isShort(pieces)) return [note(model, pieces, danger)];
  const size = Math.min(PIECES, pieces.length);
  return Array.from({ length: pieces.length - size + 1 }, (_, from) => {
    const some = pieces.slice(from, from + size);
    const counts = together(some);
    const scores = scoreLinear(model.long, counts);
    return stretch(model, some, counts, model.thresholds.long, scores);
  });
}

/** The second opinion in log-odds, within bounds so that it cannot outweigh everything else. */
function leaning(danger: number): number {
  const odds = Math.log(Math.max(danger, 1e-9) / Math.max(1 - danger, 1e-9));
  return Math.max(-FURTHEST, Math.min(FURTHEST / 2, odds));
}

function note(model: SafetyModel, pieces: readonly Piece[], danger: number): Stretch {
  const counts = together(pieces);
  const own = scoreLinear(model.short, withoutRules(counts));
  const long = scoreLinear(model.long, counts);
  const lean = leaning(danger);
  const scores = own.map(
    (score, nth) => score + LONG_VOICE * (long[nth] ?? 0) + (DANGER_VOICE[nth] ?? 0) * lean,
  );
  return stretch(model, pieces, counts, model.thresholds.short, scores);
}

function stretch(
  { which }: SafetyModel,
  pieces: readonly Piece[],
  counts: ReadonlyMap<string, number>,
  limits: Limits,
  [raise = 0, open = 0]: Float64Array,
): Stretch {
  const scores = raise >= limits.ask || open >= limits.open ? scoreLinear(which, counts) : [];
  const ids = Array.from(scores, (score, nth) => ({ id: which.labels[nth] ?? '', score }));
  ids.sort((a, b) => b.score - a.score);
  return { from: pieces[0]?.from ?? 0, to: pieces.at(-1)?.to ?? 0, raise, open, limits, ids };
}
