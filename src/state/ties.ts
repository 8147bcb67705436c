import { z } from 'zod';
import type { RecordOptions } from '../pipeline/ports.ts';
import type { Names } from './names.ts';
import { list } from './shape.ts';

/** By which opaque index names a record or an alarm is found: always, through people, through its thread. */
export interface Ties {
  readonly always: readonly string[];
  readonly people: readonly string[];
  readonly thread: readonly string[];
}

const names = list(z.string());

/** The fields of `Ties` as they are sealed with what they belong to. */
export const tieFields = { always: names, people: names, thread: names };

/** Every index name of these ties. */
export const indexesOf = ({ always, people, thread }: Ties): string[] => [
  ...always,
  ...people,
  ...thread,
];

/** The ties that are asked for; people and thread that are left out stay as they stood. */
export function tiesFor(
  { personIndex, boundIndex }: Names,
  team: string,
  always: readonly string[],
  given: Pick<RecordOptions, 'people' | 'thread'>,
  before: Ties | null,
): Ties {
  const { people, thread } = given;
  return {
    always,
    people: people?.map((user) => personIndex(team, user)) ?? before?.people ?? [],
    thread: thread === undefined ? (before?.thread ?? []) : [boundIndex(thread)],
  };
}
