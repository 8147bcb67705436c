import type { NumberedSlot } from './lexicon.ts';
import { fits, KEYS, type Reading } from './reading.ts';

/** One part of a wording: slots that must be filled in order. */
export type Row = readonly NumberedSlot[];

/** Small words that may stand anywhere between the words of a part. */
const FILLERS = new Set(
  "'s 'd 'll 've a an the some just really actually simply even also so very quite now basically kinda maybe perhaps probably honestly literally only still all then kind sort of".split(
    ' ',
  ),
);
const MOST_FILLERS = 3;

/** Index behind the last word of a part that begins with the word at `at`; -1 where it does not stand. */
export function endOf(row: Row, text: Reading, at: number): number {
  const [first] = row;
  const size = first ? taken(first, text, at) : 0;
  if (size === 0) return -1;
  const sentence = text.words[at]?.sentence ?? 0;
  return follow({ row, text, sentence }, 1, at + size, row[1]?.gap ?? 0, 0);
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
  const { words } = text;
  const last = words[at + phrase.length - 1];
  if (last === undefined || last.sentence !== words[at]?.sentence) return false;
  return phrase.every((stem, nth) => stemAt(text, at + nth) === stem);
}

const stemAt = ({ kinds, keys }: Reading, at: number) =>
  keys[(kinds[at] as number) * KEYS] as number;

interface Search {
  readonly row: Row;
  readonly text: Reading;
  readonly sentence: number;
}

/**
 * Index behind the last word when the slots from the `nth` on can be filled from the word at `at` on,
 * else -1; stays in the sentence.
 *
 * @param gap how many words may still be skipped
 * @param fillers how many small words, which are free, were skipped
 */
function follow(search: Search, nth: number, at: number, gap: number, fillers: number): number {
  const { row, text, sentence } = search;
  const slot = row[nth];
  if (!slot) return at;
  const word = text.words[at];
  const size = word?.sentence === sentence ? taken(slot, text, at) : 0;
  const next = row[nth + 1]?.gap ?? 0;
  if (slot.refused) return size > 0 ? -1 : follow(search, nth + 1, at, next, 0);
  let end = size > 0 ? follow(search, nth + 1, at + size, next, 0) : -1;
  if (end < 0 && slot.optional) end = follow(search, nth + 1, at, Math.max(gap, next), 0);
  return end < 0 && word?.sentence === sentence ? skip(search, nth, at, gap, fillers) : end;
}

/** Goes on behind the word at `at`: small words are free, others use up the gap. */
function skip(search: Search, nth: number, at: number, gap: number, fillers: number): number {
  if (fillers < MOST_FILLERS && FILLERS.has(search.text.words[at]?.lower ?? ''))
    return follow(search, nth, at + 1, gap, fillers + 1);
  return gap > 0 ? follow(search, nth, at + 1, gap - 1, fillers) : -1;
}
