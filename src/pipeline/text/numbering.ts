import { numberOf } from './number-of.ts';

/** Names with their numbers. */
interface Numbering {
  /** Number of a name; a new one is given the next. */
  numberOf(name: string): number;
  /** Name of a number that was given; empty for others. */
  nameOf(number: number): string;
}

/** Builds a numbering of whatever is asked about, in the order it comes. */
export function createNumbering(): Numbering {
  const numbers = new Map<string, number>();
  const names: string[] = [];
  return {
    numberOf(name) {
      const number = numberOf(numbers, name);
      names[number] = name;
      return number;
    },
    nameOf: (number) => names[number] ?? '',
  };
}
