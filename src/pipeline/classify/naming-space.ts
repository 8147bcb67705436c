import { createNumbering } from '../text/numbering.ts';
import { ACTING, type FeatureSpace } from './feature-space.ts';

/** A space that numbers whatever it is asked about, and can tell the names. */
export interface NamingSpace extends FeatureSpace {
  /** Name of a number it gave; starts with a mark for its kind. */
  nameOf(feature: number): string;
}

/** Builds the space for fitting, where nothing is left out yet; concepts go by their place in the list. */
export function createNamingSpace(concepts: readonly string[]): NamingSpace {
  const stems = createNumbering();
  const { numberOf, nameOf } = createNumbering();
  const concept = (number: number) => concepts[number] ?? '';
  return {
    nameOf,
    stem: stems.numberOf,
    one: (stem) => numberOf(`s:${stems.nameOf(stem)}`),
    two: (first, second) => numberOf(`2:${stems.nameOf(first)} ${stems.nameOf(second)}`),
    act: (acting, stem) => numberOf(`a:${ACTING[acting]} ${stems.nameOf(stem)}`),
    concept: (number) => numberOf(`C:${concept(number)}`),
    conceptBy: (acting, number) => numberOf(`A:${ACTING[acting]} ${concept(number)}`),
  };
}
