import { z } from 'zod';
import { StateError } from './state-error.ts';

type Shape<T> = { [K in keyof Required<T>]: z.ZodType<T[K]> };
/** Holds when every value of the type is also one of the schema. */
type Whole<T, S> = {
  [K in keyof T]: K extends keyof S ? (T[K] extends z.output<S[K]> ? S[K] : never) : never;
};

/**
 * One schema a field, optional ones included, and every value of it: what a schema does not know
 * would be lost or refused at the next save, so leaving something out does not compile.
 */
export const shape =
  <T>() =>
  <S extends Shape<T>>(fields: S & Whole<Required<T>, S>) =>
    z.object<S>(fields);

/** A list that nobody changes in place. */
export const list = <S extends z.ZodType>(item: S) => z.array(item).readonly();

/** Raised when the shape of what is stored changes, so that an older program does not misread it. */
const VERSION = 1;
const wrapped = <T>(value: z.ZodType<T>) => z.object({ v: z.literal(VERSION), value });

function parse(stored: string): unknown {
  try {
    return JSON.parse(stored);
  } catch {
    throw new StateError('unreadable');
  }
}

/** Writes and restores values of one schema, with the version of what is stored. */
export function keeper<T>(value: z.ZodType<T>) {
  const schema = wrapped(value);
  return {
    /** @throws StateError `unreadable`, without a word of what was stored */
    restore(stored: string): T {
      const parsed = schema.safeParse(parse(stored));
      if (!parsed.success) throw new StateError('unreadable');
      return parsed.data.value;
    },
    /** @throws StateError `unstorable` for what could not be restored later */
    write(given: T): string {
      const parsed = schema.safeParse({ v: VERSION, value: given });
      if (!parsed.success) throw new StateError('unstorable');
      return JSON.stringify(parsed.data);
    },
  };
}
