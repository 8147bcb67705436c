import { FILLER } from './keys.ts';
import type { NumberedSlot } from './lexicon.ts';
import { fits, KEYS, type Reading } from './reading.ts';

/** One part of a wording: slots that must be filled in order. */
export type Row = readonly NumberedSlot[];

/** So many small words between two slots are free. */
const MOST_FILLERS = 3;

/** Index behind the last word of a part that begins with the word at `at`; -1 where it does not stand. */
export function endOf(row: Row, text: Reading, at: number): number {
  const [first] = row;
  const size = first ? taken(first, text, at) : 0;
  if (size === 0) return -1;
  const end = text.ends[at] as number;
  return follow({ row, text, end }, 1, at + size, row[1]?.gap ?? 0, 0);
}

/** How many words, from `at` on, the slot takes; 0 when it does not fit there. */
function taken({ begins, takes, phrases }: NumberedSlot, text: Reading, at: number): number {
  if (!fits(text, begins, at)) return 0;
  if (phrases === null) return 1;
  for (const phrase of phrases.get(stemAt(text, at)) ?? [])
    if (stands(phrase, text, at)) return phrase.length;
  return fits(text, takes, at) ? 1 : 0;
}

/** True when the words from `at` on have these stems and stand in one sentence. */
function stands(phrase: readonly number[], text: Reading, at: number): boolean {
  if (at + phrase.length > (text.ends[at] as number)) return false;
  for (let nth = 1; nth < phrase.length; nth += 1)
    if (stemAt(text, at + nth) !== phrase[nth]) return false;
  return true;
}

const stemAt = ({ kinds, keys }: Reading, at: number) =>
  keys[(kinds[at] as number) * KEYS] as number;

interface Search {
  readonly row: Row;
  readonly text: Reading;
  /** Index behind the last word of the sentence. */
  readonly end: number;
}

/**
 * Index behind the last word when the slots from the `nth` on can be filled from the word at `at` on,
 * else -1; stays in the sentence.
 *
 * @param gap how many words may still be skipped
 * @param fillers how many small words, which are free, were skipped
 */
function follow(search: Search, nth: number, at: number, gap: number, fillers: number): number {
  const { row, text, end } = search;
  if (nth === row.length) return at;
  const slot = row[nth] as NumberedSlot;
  const size = at < end ? taken(slot, text, at) : 0;
  const next = row[nth + 1]?.gap ?? 0;
  if (slot.refused) return size > 0 ? -1 : follow(search, nth + 1, at, next, 0);
  const filled = size > 0 ? follow(search, nth + 1, at + size, next, 0) : -1;
  if (filled >= 0) return filled;
  const without = slot.optional ? follow(search, nth + 1, at, Math.max(gap, next), 0) : -1;
  return without >= 0 || at >= end ? without : skip(search, nth, at, gap, fillers);
}

/** Goes on behind the word at `at`: small words are free, others use up the gap. */
function skip(search: Search, nth: number, at: number, gap: number, fillers: number): number {
  if (fillers < MOST_FILLERS && fits(search.text, FILLER, at))
    return follow(search, nth, at + 1, gap, fillers + 1);
  return gap > 0 ? follow(search, nth, at + 1, gap - 1, fillers) : -1;
}
