import type { LinearModel } from '../text/linear-model.ts';
import { numberOf } from '../text/number-of.ts';
import { createPairTable, type PairTable } from '../text/pair-table.ts';
import { ACTING, type FeatureSpace } from './feature-space.ts';

type Rows = LinearModel['rows'];

/** Turns part of a feature's name into a number. */
type Numbered = (part: string) => number;

const MARK = 2;

/** The two parts of a name; the first may be a placeholder, which may hold spaces. */
function partsOf(name: string): [string, string] {
  const cut = name[MARK] === '[' ? name.indexOf('] ') + 1 : name.indexOf(' ');
  return [name.slice(MARK, cut), name.slice(cut + 1)];
}

/** Rows of the features of one kind by the number of what they name. */
function single(rows: Rows, mark: string, numbered: Numbered): Int32Array {
  const found: [number, number][] = [];
  for (const [name, row] of rows)
    if (name.startsWith(mark)) found.push([numbered(name.slice(MARK)), row]);
  const byNumber = new Int32Array(Math.max(0, ...found.map(([number]) => number + 1))).fill(-1);
  for (const [number, row] of found) byNumber[number] = row;
  return byNumber;
}

/** Rows of the features of one kind by the two numbers of what they name. */
function double(rows: Rows, mark: string, first: Numbered, second: Numbered): PairTable {
  const found: [number, number, number][] = [];
  for (const [name, row] of rows) {
    if (!name.startsWith(mark)) continue;
    const [one, other] = partsOf(name);
    found.push([first(one), second(other), row]);
  }
  return createPairTable(found);
}

/**
 * Builds the space of a model: what it gives are rows. It keeps numbers in place of names; concepts go
 * by their place in the list.
 */
export function createModelSpace(rows: Rows, concepts: readonly string[]): FeatureSpace {
  const stems = new Map<string, number>();
  const stem: Numbered = (name) => numberOf(stems, name);
  const concept: Numbered = (name) => concepts.indexOf(name);
  const acting: Numbered = (code) => ACTING.indexOf(code);
  const one = single(rows, 's:', stem);
  const two = double(rows, '2:', stem, stem);
  const act = double(rows, 'a:', acting, stem);
  const byConcept = single(rows, 'C:', concept);
  const byActor = double(rows, 'A:', acting, concept);
  return {
    stem: (name) => stems.get(name) ?? -1,
    one: (number) => one[number] ?? -1,
    two: two.get,
    act: act.get,
    concept: (number) => byConcept[number] ?? -1,
    conceptBy: byActor.get,
  };
}
