/** Hits among trials. */
export interface Rate {
  readonly hit: number;
  readonly of: number;
}

/** Counts for precision, recall and F1. */
export interface Counts {
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
}

/** Share of hits; null when nothing was tried. */
export const share = ({ hit, of }: Rate): number | null => (of === 0 ? null : hit / of);

/** How many of the items pass. */
export const rate = <T>(items: readonly T[], passes: (item: T) => boolean): Rate => ({
  hit: items.filter(passes).length,
  of: items.length,
});

/** Sum of rates. */
export const pooled = (rates: readonly Rate[]): Rate => ({
  hit: rates.reduce((sum, { hit }) => sum + hit, 0),
  of: rates.reduce((sum, { of }) => sum + of, 0),
});

/** F1 of counts; null when there is nothing to find and nothing was found. */
export const f1 = ({ tp, fp, fn }: Counts): number | null =>
  tp + fp + fn === 0 ? null : (2 * tp) / (2 * tp + fp + fn);

/** Sum of counts. */
export const summed = (counts: readonly Counts[]): Counts => ({
  tp: counts.reduce((sum, { tp }) => sum + tp, 0),
  fp: counts.reduce((sum, { fp }) => sum + fp, 0),
  fn: counts.reduce((sum, { fn }) => sum + fn, 0),
});

/** Mean of the values that are there. */
export function mean(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((a, b) => a + b, 0) / known.length;
}

/** F1 averaged over the classes that occur, from pairs of (true, said). */
export function macroF1(
  pairs: readonly (readonly [string, string])[],
  classes: readonly string[],
): number | null {
  return mean(
    classes
      .filter((name) => pairs.some(([is]) => is === name))
      .map((name) =>
        f1({
          tp: pairs.filter(([is, said]) => is === name && said === name).length,
          fp: pairs.filter(([is, said]) => is !== name && said === name).length,
          fn: pairs.filter(([is, said]) => is === name && said !== name).length,
        }),
      ),
  );
}
