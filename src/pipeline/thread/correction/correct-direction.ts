import type { Act } from '../../message.ts';
import type { Direction } from '../../outcome.ts';
import type { CaseThread } from '../case-thread.ts';
import { DIRECTIONS } from './reading-correction.ts';

/** The case with the direction as its clinician sees it; null leaves the direction to their observations. */
export function correctDirection(
  kase: CaseThread,
  direction: Direction | null,
  at: number,
): CaseThread {
  const read = kase.assessment?.reading.direction ?? 'none';
  const before = kase.correction?.before ?? read;
  const mayTeach = kase.correction?.mayTeach ?? false;
  return { ...kase, correction: { direction, before, at, mayTeach } };
}

/** The same from a modal; a value that is no direction corrects single observations only. */
export function actCorrection(kase: CaseThread, { value, at }: Act): CaseThread {
  return correctDirection(kase, DIRECTIONS.find((each) => each === value) ?? null, at);
}

/** Whether the correction may be used to improve the reading; only a plain yes counts. */
export function allowTeaching(kase: CaseThread, { value }: Act): CaseThread {
  if (kase.correction === null) return kase;
  return { ...kase, correction: { ...kase.correction, mayTeach: value === 'yes' } };
}
