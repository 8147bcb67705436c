import { AUTHOR, AUTHOR_IN_CONTEXT, AUTHOR_LIKE_GIVEN, GIVEN, WORD } from '../name-tables.ts';
import type { Searched } from '../searched.ts';
import type { Word } from '../words.ts';
import { isLikely, isOutright, isReference } from './author-signs.ts';

const LINKED = /^(?: & | and | or |, |\/| vs\.? |, and | \+ )$/;
const LINK_WORD = /^(?:and|or|vs|versus)$/;
const ADDRESS = /^(?:mr|mrs|ms|miss|mx|rev|officer|nurse)$/;

const has = (word: Word | undefined, mark: number) => ((word?.known ?? 0) & mark) !== 0;

/** The next or previous author of an enumeration, or -1: "Segal, Williams and Teasdale". */
function neighbour({ words }: Searched, at: number, way: 1 | -1): number {
  const linked = LINK_WORD.test(words[at + way]?.form ?? '');
  const to = linked ? at + 2 * way : at + way;
  const word = words[to];
  const gap = words[way === 1 ? at + 1 : at]?.gap ?? '';
  if (word?.shape !== 'cap' || !(linked || LINKED.test(gap))) return -1;
  return has(word, AUTHOR | AUTHOR_IN_CONTEXT) ? to : -1;
}

/** An unmistakable author stands in the same enumeration. */
function besideAuthor(searched: Searched, at: number): boolean {
  for (const way of [1, -1] as const) {
    let to = neighbour(searched, at, way);
    for (let steps = 0; to !== -1 && steps < 3; steps++) {
      if (has(searched.words[to], AUTHOR)) return true;
      to = neighbour(searched, to, way);
    }
  }
  return false;
}

/** The text uses words of this author's own field: "Hayes says" beside "ACT". */
function inField({ text, tables }: Searched, form: string): boolean {
  const fields = tables.fields.get(form) ?? [];
  if (fields.length === 0) return false;
  const words = ` ${text.toLowerCase().replace(/[^\p{L}\p{N}'-]/gu, ' ')} `;
  return fields.some((field) => words.includes(` ${field} `));
}

/** A first name or a form of address stands right before: this is somebody one knows. */
function afterName({ words }: Searched, at: number): boolean {
  const word = words[at];
  const before = words[at - 1];
  if (!word || !before || before.shape === 'lower') return false;
  if (ADDRESS.test(before.form)) return word.gap === ' ' || word.gap === '. ';
  const given = before.shape === 'cap' && (before.known & GIVEN) !== 0;
  return word.gap === ' ' && given && (before.known & WORD) === 0 && !has(before, AUTHOR);
}

/**
 * A surname that means an author of the field: unmistakable ones alone, common ones only beside a
 * sign of authorship; neither after a first name or a form of address.
 */
export function isAuthor(searched: Searched, at: number): boolean {
  const { words, text } = searched;
  const word = words[at];
  if (!word || word.shape === 'lower' || !has(word, AUTHOR | AUTHOR_IN_CONTEXT)) return false;
  if (afterName(searched, at)) return false;
  if (has(word, AUTHOR) || besideAuthor(searched, at)) return true;
  const after = text.slice(word.end, word.end + 60);
  const before = text.slice(Math.max(0, word.start - 24), word.start);
  if (isOutright(before, after) || (isLikely(after) && inField(searched, word.form))) return true;
  return isReference(before, after, has(word, AUTHOR_LIKE_GIVEN));
}
