import { type Chunk, readChunks } from './find/chunks.ts';
import { safePhrases } from './find/safe-phrases.ts';
import type { Finding, Recognizer } from './finding.ts';
import type { NameTables } from './name-tables.ts';
import { findTokens } from './tokens.ts';
import { readWords, type Word } from './words.ts';

/** A plain text as the recognizers see it. */
export interface Searched {
  readonly text: string;
  readonly words: readonly Word[];
  readonly tables: NameTables;
  /** Runs of text without spaces, brackets and quotes. */
  readonly chunks: readonly Chunk[];
  /** 1 for the words that belong to a phrase which may stand as it is. */
  readonly phrases: Uint8Array;
  /** Hardly any letter is a capital: names cannot be told by their shape. */
  readonly lowerCased: boolean;
  /** Nearly every letter is a capital: a capital says nothing. */
  readonly shouted: boolean;
  readonly hasDigit: boolean;
  /** True when a claimed or protected character lies between the offsets. */
  readonly taken: (start: number, end: number) => boolean;
  /** Keeps later recognizers from these spans. */
  readonly take: (spans: readonly { start: number; end: number }[]) => void;
  /** Index of the first word that starts at or after the offset. */
  readonly wordAt: (offset: number) => number;
}

/** How a text is typed: small letters throughout (acronyms apart), or capitals throughout. */
function typing(words: readonly Word[]): { lowerCased: boolean; shouted: boolean } {
  let capitalised = 0;
  let caps = 0;
  for (const { shape } of words) {
    if (shape === 'cap' || shape === 'mixed' || shape === 'letter') capitalised++;
    if (shape === 'caps') caps++;
  }
  const enough = words.length > 5;
  return {
    lowerCased: enough && capitalised <= words.length * 0.02 && caps <= words.length * 0.2,
    shouted: enough && caps > words.length * 0.7,
  };
}

function firstAt(words: readonly Word[], offset: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Prepares a plain text; tokens of an earlier de-identification are protected from the start. */
export function prepare(text: string, tables: NameTables): Searched {
  const taken = new Uint8Array(text.length + 1);
  const take = (spans: readonly { start: number; end: number }[]) => {
    for (const { start, end } of spans) taken.fill(1, start, end);
  };
  const words = readWords(text, tables);
  take(findTokens(text));
  return {
    ...{ text, words, tables, take },
    chunks: readChunks(text),
    phrases: safePhrases(text, words, tables),
    ...typing(words),
    hasDigit: /\d/.test(text),
    taken: (start, end) => {
      for (let at = start; at < end; at++) if (taken[at] === 1) return true;
      return false;
    },
    wordAt: (offset) => firstAt(words, offset),
  };
}

/** Runs recognizers one after the other; what one claims, the next ones leave alone. */
export function search(
  searched: Searched,
  recognizers: readonly Recognizer<Searched>[],
): Finding[] {
  const all: Finding[] = [];
  for (const find of recognizers) {
    const found = find(searched).filter(({ start, end }) => !searched.taken(start, end));
    searched.take(found);
    all.push(...found);
  }
  return all;
}
