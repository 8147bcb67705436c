import type { Direction } from '../../outcome.ts';
import type { CaseThread } from '../case-thread.ts';

/** One line of labelled data, in the shape of `bench/cases/dev/cases.jsonl`. */
export interface LabelledCase {
  readonly id: string;
  readonly text: string;
  readonly required: readonly string[];
  readonly acceptable: readonly string[];
  readonly forbidden: readonly string[];
  readonly direction: Direction;
  readonly enough_info: boolean;
  readonly consult: readonly string[];
  readonly note: string;
}

/**
 * What a clinician's correction teaches: what they saw is required, what they denied forbidden, and what
 * was read and left standing acceptable. Null when they did not say that it may be used.
 *
 * @param text the account, de-identified once more
 * @param id opaque; nothing of the case can be found by it
 */
export function labelledCase(kase: CaseThread, text: string, id: string): LabelledCase | null {
  const { correction, assessment, tapped, refused } = kase;
  if (correction === null || !correction.mayTeach || assessment === null) return null;
  const read = [...assessment.reading.labels, ...assessment.reading.candidates].map(
    (label) => label.id,
  );
  return {
    ...{ id, text, required: tapped, forbidden: refused },
    acceptable: [...new Set(read)].filter((each) => !tapped.includes(each)),
    direction: correction.direction ?? assessment.reading.direction,
    ...{ enough_info: assessment.reading.enoughInfo, consult: [] },
    note: `corrected by its clinician; read as ${correction.before}`,
  };
}
