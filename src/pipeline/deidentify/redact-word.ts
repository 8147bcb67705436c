import { fold } from './fold.ts';
import { findTokens } from './tokens.ts';

const INSTEAD = '[Identifying detail]';
const LETTER = /[\p{L}\p{N}\p{M}]/u;

/** Folded text of the same length, or the text in small letters when folding would change it. */
function foldedInPlace(text: string): string {
  const plain = text.replace(/\s/g, ' ');
  const folded = fold(plain);
  return folded.length === text.length ? folded : plain.toLowerCase();
}

/** 1 for every character of a token. */
function tokenMask(text: string): Uint8Array {
  const mask = new Uint8Array(text.length);
  for (const { start, end } of findTokens(text)) mask.fill(1, start, end);
  return mask;
}

/** Offsets at which the phrase stands as whole words outside every token. */
function places(text: string, phrase: string): number[] {
  const folded = foldedInPlace(text);
  const mask = tokenMask(text);
  const found: number[] = [];
  let from = 0;
  for (let at = folded.indexOf(phrase); at !== -1; at = folded.indexOf(phrase, from)) {
    const end = at + phrase.length;
    const whole = !LETTER.test(text[at - 1] ?? '') && !LETTER.test(text[end] ?? '');
    const fits = whole && mask[at] === 0 && mask[end - 1] === 0;
    if (fits) found.push(at);
    from = fits ? end : at + 1;
  }
  return found;
}

/** A text with what was taken out, and how often it stood there. */
interface Redacted<Text> {
  readonly text: Text;
  readonly count: number;
}

/**
 * Text without a word or phrase that its author calls identifying, in whatever case it stands. Only
 * takes out, so that what was de-identified stays so; tokens are left alone.
 */
export function redactWord<Text extends string>(text: Text, word: string): Redacted<Text> {
  const phrase = foldedInPlace(word.trim().replace(/\s+/g, ' '));
  if (phrase.length < 2) return { text, count: 0 };
  const found = places(text, phrase);
  let out = '';
  let from = 0;
  for (const at of found) {
    out += text.slice(from, at) + INSTEAD;
    from = at + phrase.length;
  }
  return { text: (out + text.slice(from)) as Text, count: found.length };
}

/** `redactWord` for several words, longest first. */
export function redactWords<Text extends string>(
  text: Text,
  words: readonly string[],
): Redacted<Text> {
  let done: Redacted<Text> = { text, count: 0 };
  for (const word of words.toSorted((a, b) => b.length - a.length)) {
    const { text: next, count } = redactWord(done.text, word);
    done = { text: next, count: done.count + count };
  }
  return done;
}
