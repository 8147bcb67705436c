import { directionOfLabels } from '../../src/pipeline/direction-of-labels.ts';
import type { Reading } from '../../src/pipeline/outcome.ts';
import type { LabelledCase } from './labelled.ts';
import { type Counts, f1, macroF1, mean, rate, share, summed } from './rates.ts';

/** A write-up and what was read in it. */
export interface ReadCase {
  readonly kase: LabelledCase;
  /** The text as it was read: de-identified. */
  readonly text: string;
  readonly reading: Reading;
}

export const DIRECTIONS = ['withdrawal', 'confrontation', 'mixed', 'none'];
const OFFERED = 8;

const reads = (id: string) => !id.startsWith('sf-');
const needed = ({ kase }: ReadCase) => kase.required.filter(reads);

/** Ids asserted, then ids offered, as a person meets them: eight in all. */
export const firstEight = ({ reading }: ReadCase): string[] =>
  [...reading.labels, ...reading.candidates].map(({ id }) => id).slice(0, OFFERED);

/** Ids after the clinician has tapped every offered label that is really there. */
export const afterTap = (read: ReadCase): string[] => [
  ...new Set([
    ...read.reading.labels.map(({ id }) => id),
    ...read.reading.candidates
      .map(({ id }) => id)
      .slice(0, OFFERED)
      .filter((id) => read.kase.required.includes(id)),
  ]),
];

/** Direction after the tap: what asserted and tapped labels settle; without a tap what was read before. */
export const directionAfterTap = (read: ReadCase): string => {
  const tapped = afterTap(read);
  const told = read.reading.labels.length < tapped.length;
  return told ? (directionOfLabels(tapped) ?? 'none') : read.reading.direction;
};

/** Right, wrong and missed labels of one case; acceptable ones count neither way. */
export function countsOf(kase: LabelledCase, found: readonly string[]): Counts {
  const ids = found.filter(reads);
  const required = kase.required.filter(reads);
  return {
    tp: ids.filter((id) => required.includes(id)).length,
    fp: ids.filter((id) => !required.includes(id) && !kase.acceptable.includes(id)).length,
    fn: required.filter((id) => !ids.includes(id)).length,
  };
}

/** Ids asserted without a tap. */
export const asserted = ({ reading }: ReadCase) => reading.labels.map(({ id }) => id);
const micro = (cases: readonly ReadCase[], found: (read: ReadCase) => string[]) =>
  f1(summed(cases.map((read) => countsOf(read.kase, found(read)))));

function macro(cases: readonly ReadCase[], found: (read: ReadCase) => string[]): number | null {
  return mean(
    labelCounts(cases, found)
      .filter(({ counts }) => counts.tp + counts.fn > 0)
      .map(({ counts }) => f1(counts)),
  );
}

/** Right, wrong and missed by label, for every label required or said somewhere. */
export function labelCounts(
  cases: readonly ReadCase[],
  found: (read: ReadCase) => string[],
): { id: string; counts: Counts }[] {
  const ids = new Set(cases.flatMap((read) => [...needed(read), ...found(read)]));
  return [...ids].sort().map((id) => ({
    id,
    counts: summed(
      cases.map((read) =>
        countsOf(
          { ...read.kase, required: read.kase.required.filter((own) => own === id) },
          found(read).filter((own) => own === id),
        ),
      ),
    ),
  }));
}

function precision(cases: readonly ReadCase[]): number | null {
  const { tp, fp } = summed(cases.map((read) => countsOf(read.kase, asserted(read))));
  return share({ hit: tp, of: tp + fp });
}

function recallWithin(cases: readonly ReadCase[], found: (read: ReadCase) => string[]) {
  const { tp, fn } = summed(cases.map((read) => countsOf(read.kase, found(read))));
  return share({ hit: tp, of: tp + fn });
}

/** True for posts that bring no problem at all. */
const isEveryday = ({ kase }: ReadCase) =>
  kase.required.length === 0 && kase.direction === 'none' && kase.enough_info;

const isVerbatim = ({ text, reading }: ReadCase) =>
  [...reading.labels, ...reading.candidates].every(
    ({ evidence }) => evidence.length > 0 && evidence.every((part) => text.includes(part)),
  );

const directions =
  (said: (read: ReadCase) => string) =>
  (cases: readonly ReadCase[]): number | null =>
    macroF1(
      cases.map((read) => [read.kase.direction, said(read)] as const),
      DIRECTIONS,
    );

/** Every figure of the reading by name; each takes the cases and gives a share, or null. */
export const READING_FIGURES: Readonly<
  Record<string, (cases: readonly ReadCase[]) => number | null>
> = {
  'direction macro-F1, before a tap': directions(({ reading }) => reading.direction),
  'direction macro-F1, after a tap': directions(directionAfterTap),
  'asserted labels, precision': precision,
  'asserted labels, micro-F1': (cases) => micro(cases, asserted),
  'asserted labels, macro-F1': (cases) => macro(cases, asserted),
  'required labels within eight': (cases) => recallWithin(cases, firstEight),
  'labels after a tap, micro-F1': (cases) => micro(cases, afterTap),
  'labels after a tap, macro-F1': (cases) => macro(cases, afterTap),
  'cases with a forbidden label': (cases) =>
    share(rate(cases, (read) => asserted(read).some((id) => read.kase.forbidden.includes(id)))),
  'everyday posts, nothing asserted': (cases) =>
    share(rate(cases.filter(isEveryday), ({ reading }) => reading.labels.length === 0)),
  'enough-information accuracy': (cases) =>
    share(rate(cases, ({ kase, reading }) => kase.enough_info === reading.enoughInfo)),
  'evidence is verbatim': (cases) => share(rate(cases, isVerbatim)),
};
