import type { Finding } from '../finding.ts';
import { GIVEN, GRAMMAR, KIND_OF_PLACE, SMALL_HEAD, SURNAME, TOWN } from '../name-tables.ts';
import type { Searched } from '../searched.ts';
import type { Word } from '../words.ts';

const LEADS =
  /^(?:at|from|for|in|near|with|to|through|by|into|outside|behind|attends?|attended|visited|of|the|on)$/;
const SAINT = /^(?:st|saint|mount|mt)$/;
const CLOSE = /^(?: |-|\. | & )$/;
const LONGEST = 4;

/** A word that only a name would put before such a head. */
const tells = (word: Word | undefined) =>
  word !== undefined && (!word.ordinary || SAINT.test(word.form));

/** The name cannot reach back over this word. */
function ends({ form, known }: Word, beforeHead: boolean): boolean {
  if (/^(?:of|and)$/.test(form) && !beforeHead) return false;
  return (known & GRAMMAR) !== 0 || (beforeHead && (known & KIND_OF_PLACE) !== 0);
}

/** Words before the head that belong to the name, nearest first. */
function wordsBefore({ words }: Searched, head: number): number {
  let first = head;
  while (head - first < LONGEST) {
    const word = words[first - 1];
    if (!word || !CLOSE.test(words[first]?.gap ?? '') || ends(word, first === head)) break;
    first--;
  }
  while (first < head && /^(?:of|and)$/.test(words[first]?.form ?? '')) first++;
  return first;
}

/** First word of the name that ends with the head, or -1. */
function startOf(searched: Searched, head: number): number {
  const { words } = searched;
  const first = wordsBefore(searched, head);
  if (first === head) return -1;
  if (words.slice(first, head).some(tells)) return first;
  const led = words[first]?.gap === ' ' && LEADS.test(words[first - 1]?.form ?? '');
  const named = ((words[first]?.known ?? 0) & (TOWN | GIVEN | SURNAME)) !== 0;
  return led && named ? first : -1;
}

/** Names of organisations and places typed in small letters, told by their head: "at butler hospital". */
export function lowerOrganisations(searched: Searched): Finding[] {
  if (!searched.lowerCased) return [];
  const { words } = searched;
  const isHead = (at: number) => ((words[at]?.known ?? 0) & SMALL_HEAD) !== 0;
  const found: Finding[] = [];
  let done = 0;
  for (let at = 1; at < words.length; at++) {
    const first = isHead(at) ? startOf(searched, at) : -1;
    if (first < done) continue;
    let last = at;
    while (words[last + 1]?.gap === ' ' && isHead(last + 1)) last++;
    const start = words[first]?.start ?? 0;
    found.push({ start, end: words[last]?.full ?? start, class: 'org', sure: false });
    done = last + 1;
  }
  return found;
}
