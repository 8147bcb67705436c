import { createCandidates } from './candidates.ts';
import { createLexicon, type Lexicon } from './lexicon.ts';
import { endOf, type Row } from './match.ts';
import type { Reading } from './reading.ts';
import type { Range, Wording } from './wording.ts';
import type { Word } from './words.ts';

/** A wording found in a text, with what it was listed for. */
export interface Found<T> extends Range {
  readonly for: T;
}

/**
 * Finds every place where one of the wordings stands, in order of the words.
 *
 * @param isWanted tells by its number whether a sentence is looked through; by default all are
 */
export type FindWordings<T> = (
  words: readonly Word[],
  isWanted?: (sentence: number) => boolean,
) => Found<T>[];

/** A wording by numbers. */
interface Entry<T> {
  readonly for: T;
  readonly first: Row;
  readonly others: readonly Row[];
  /** How many sentences its parts may lie apart. */
  readonly apart: number;
}

/** Parts that belong together stand no further apart than this. */
const REACH = 25;

/**
 * Builds the finder of wordings.
 *
 * @param lexicon shared by finders for the same texts, whose wordings use the same lists
 */
export function createFindWordings<T>(
  wordings: readonly { readonly wording: Wording; readonly for: T }[],
  lexicon: Lexicon = createLexicon(),
): FindWordings<T> {
  const entries = wordings.map(({ wording, for: meant }): Entry<T> => {
    const [first = [], ...others] = wording.parts.map((part) => part.map(lexicon.add));
    return { for: meant, first, others, apart: wording.across ? 1 : 0 };
  });
  const candidates = createCandidates(
    wordings.map(({ wording }, nth) => ({
      keys: lexicon.keysOf(wording.parts[0]?.[0]),
      slots: needsOf(entries[nth] as Entry<T>),
    })),
  );

  return (words, isWanted = () => true) => {
    const text = lexicon.read(words);
    const out: Found<T>[] = [];
    const tryAt = candidates(text, (nth, at) => {
      const { for: meant, first, others, apart } = entries[nth] as Entry<T>;
      const end = endOf(first, text, at);
      const range = end < 0 ? null : withOthers(others, { from: at, to: end }, apart, text);
      if (range) out.push({ from: range.from, to: range.to, for: meant });
    });
    for (let at = 0; at < words.length; at += 1)
      if (isWanted((words[at] as Word).sentence) && !repeats(words, at)) tryAt(at);
    return out;
  };
}

/** Slots that some word of the sentence has to fit, the one with the least common words first. */
function needsOf({ first, others, apart }: Entry<unknown>): number[] {
  const near = apart > 0 ? first : [first, ...others].flat();
  const needed = near.slice(1).filter(({ optional, refused }) => !optional && !refused);
  needed.sort((a, b) => a.commonness - b.commonness);
  return [...new Set(needed.map(({ begins }) => begins))];
}

/** The third and later of the same words in a row begin nothing new. */
function repeats(words: readonly Word[], at: number): boolean {
  const stem = words[at]?.stem;
  return words[at - 1]?.stem === stem && words[at - 2]?.stem === stem;
}

/** From the first to the last part, when every other part stands near the first; else null. */
function withOthers(others: readonly Row[], first: Range, apart: number, text: Reading) {
  let { from, to } = first;
  for (const other of others) {
    const near = nearest(other, first.from, apart, text);
    if (!near) return null;
    from = Math.min(from, near.from);
    to = Math.max(to, near.to);
  }
  return { from, to };
}

/** The first place where a part stands near enough to the word `at`. */
function nearest(row: Row, at: number, apart: number, text: Reading): Range | null {
  const { words } = text;
  const sentence = words[at]?.sentence ?? 0;
  for (let from = Math.max(0, at - REACH); from <= at + REACH && from < words.length; from += 1) {
    if (Math.abs((words[from] as Word).sentence - sentence) > apart) continue;
    const to = endOf(row, text, from);
    if (to >= 0) return { from, to };
  }
  return null;
}
