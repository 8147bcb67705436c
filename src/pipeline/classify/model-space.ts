import { numberOf } from '../text/number-of.ts';
import { createPairTable, type Pair } from '../text/pair-table.ts';
import { ACTING, type FeatureSpace } from './feature-space.ts';

/** Turns part of a feature's name into a number. */
type Numbered = (part: string) => number;

/** One kind of features: what the parts of their names stand for, and those found. */
interface Kind {
  readonly first: Numbered | null;
  readonly second: Numbered;
  readonly found: Pair[];
}

const MARK = 2;

/** Where the first part of a name ends; a placeholder may hold spaces. */
const cutOf = (name: string) =>
  name.charAt(MARK) === '[' ? name.indexOf('] ') + 1 : name.indexOf(' ');

/** Puts the feature of a row with its kind. */
function sort(kinds: ReadonlyMap<string, Kind>, name: string, row: number): void {
  const kind = kinds.get(name.slice(0, MARK));
  if (kind === undefined) return;
  const { first, second, found } = kind;
  if (first === null) found.push([0, second(name.slice(MARK)), row]);
  else {
    const cut = cutOf(name);
    found.push([first(name.slice(MARK, cut)), second(name.slice(cut + 1)), row]);
  }
}

/** Rows by second number; -1 for those that have none. */
function bySecond(found: readonly Pair[]): Int32Array {
  const size = found.reduce((most, pair) => Math.max(most, pair[1] + 1), 0);
  const rows = new Int32Array(size).fill(-1);
  for (const pair of found) rows[pair[1]] = pair[2];
  return rows;
}

/** Numbers the parts of all names, and puts every feature with its kind. */
function sorted(features: readonly string[], concepts: readonly string[]) {
  const stems = new Map<string, number>();
  const stem: Numbered = (name) => numberOf(stems, name);
  const concept: Numbered = (name) => concepts.indexOf(name);
  const acting: Numbered = (code) => ACTING.indexOf(code);
  const kind = (first: Numbered | null, second: Numbered): Kind => ({ first, second, found: [] });
  const kinds = new Map([
    ['s:', kind(null, stem)],
    ['2:', kind(stem, stem)],
    ['a:', kind(acting, stem)],
    ['C:', kind(null, concept)],
    ['A:', kind(acting, concept)],
  ]);
  features.forEach((name, row) => {
    sort(kinds, name, row);
  });
  return { stems, found: (mark: string) => kinds.get(mark)?.found ?? [] };
}

/** What a space is made of: tables of rows, without a name but those of stems. */
function tablesOf(features: readonly string[], concepts: readonly string[]) {
  const { stems, found } = sorted(features, concepts);
  return {
    stems,
    ones: bySecond(found('s:')),
    twos: createPairTable(found('2:')),
    acts: createPairTable(found('a:')),
    byConcept: bySecond(found('C:')),
    byActor: createPairTable(found('A:')),
  };
}

/**
 * Builds the space of a model from the names of its rows: what it gives are rows. It keeps numbers in
 * place of names; concepts go by their place in the list.
 */
export function createModelSpace(
  features: readonly string[],
  concepts: readonly string[],
): FeatureSpace {
  const { stems, ones, twos, acts, byConcept, byActor } = tablesOf(features, concepts);
  return {
    stem: (name) => stems.get(name) ?? -1,
    one: (number) => ones[number] ?? -1,
    two: twos.get,
    act: acts.get,
    concept: (number) => byConcept[number] ?? -1,
    conceptBy: byActor.get,
  };
}
