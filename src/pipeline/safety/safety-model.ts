import type { LinearModel } from '../text/linear-model.ts';

/** Where scores turn into a status. */
export interface Limits {
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
