import { decodeLinear, type LinearHeader, type LinearModel } from '../text/linear-model.ts';

/** Turns the best window score of a label into a probability, and says from where to speak up. */
export interface ReaderTuning {
  /** Confidence = 1 / (1 + exp(-(slope * score + offset))), score in natural log of probability. */
  readonly slope: number;
  readonly offset: number;
  /** Confidence from which a label is asserted, by family of ids (`wd`, `cf` …). */
  readonly assertFrom: Readonly<Record<string, number>>;
  /** Confidence the best label must reach for anything to be offered. */
  readonly offerFrom: number;
  readonly direction: {
    /** Summed probability of a side's markers from which that side counts as seen. */
    readonly seen: number;
    /** Weight of the move against beside the move away. */
    readonly against: number;
    /** Share of the stronger side that the weaker one needs for 'mixed'. */
    readonly balance: number;
    /** Probability of the mixed marker from which it decides alone. */
    readonly both: number;
  };
}

/** Everything the local reader ships: weights, concept lists, tuning. */
export interface ReaderModel {
  /** Short hash of the shipped files. */
  readonly version: string;
  readonly linear: LinearModel;
  /** Phrases by concept; `*` ends a word stem. */
  readonly concepts: Readonly<Record<string, readonly string[]>>;
  readonly tuning: ReaderTuning;
}

/** The part of the shipped reader that is JSON. */
export interface ReaderHeader extends LinearHeader {
  readonly concepts: ReaderModel['concepts'];
  readonly tuning: ReaderTuning;
}

/** Name of the extra label that stands for 'none of these'. */
export const NONE = 'none';

/** Puts the shipped header and bytes together; null when they do not belong to each other. */
export function decodeReader(
  header: ReaderHeader,
  bytes: Uint8Array,
  version: string,
): ReaderModel | null {
  const linear = decodeLinear(header, bytes);
  if (linear === null) return null;
  return { version, linear, concepts: header.concepts, tuning: header.tuning };
}
