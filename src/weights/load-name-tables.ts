import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { TITLES } from '../pipeline/deidentify/find/titled-names.ts';
import { fold } from '../pipeline/deidentify/fold.ts';
import {
  ACRONYM,
  AUTHOR,
  AUTHOR_IN_CONTEXT,
  AUTHOR_LIKE_GIVEN,
  DRUG,
  GENERAL,
  GRAMMAR,
  HOLIDAY_HEAD,
  INFORMAL,
  KIND_OF_PLACE,
  LOWER_NAME,
  type NameTables,
  NOT_TOWN,
  ORGANISATION_HEAD,
  PHRASE_HEAD,
  PHRASE_SECOND,
  PLACE_HEAD,
  SAFE,
  SMALL_HEAD,
  TITLE,
  WORD_NAME,
} from '../pipeline/deidentify/name-tables.ts';
import { readForms } from './name-tables/read-forms.ts';
import { readList, readPairs } from './name-tables/read-list.ts';

/** File of a reviewed list, the bits it gives its words, and whether its phrases may stand whole. */
const LISTS: readonly (readonly [file: string, bits: number, phrases: boolean])[] = [
  ['clinical', SAFE | GENERAL, true],
  ['everyday', SAFE, true],
  ['world', SAFE, true],
  ['acronyms', ACRONYM, false],
  ['authors', AUTHOR, true],
  ['authors-in-context', AUTHOR_IN_CONTEXT, false],
  ['authors-like-given', AUTHOR_LIKE_GIVEN, false],
  ['drugs', DRUG, true],
  ['informal', INFORMAL, false],
  ['word-names', WORD_NAME, false],
  ['lower-names', LOWER_NAME, false],
  ['organisation-heads', ORGANISATION_HEAD, false],
  ['place-heads', PLACE_HEAD, false],
  ['grammar', SAFE | GRAMMAR, false],
  ['kinds-of-place', KIND_OF_PLACE, false],
  ['small-heads', SMALL_HEAD, false],
  ['not-towns', NOT_TOWN, false],
];

const textOf = (name: string) =>
  readFileSync(new URL(`name-tables/${name}.txt`, import.meta.url), 'utf8');

const bare = (word: string) => word.replace(/\.$/, '').replace(/'s$/, '');

const firstOf = (phrase: string) => phrase.split(' ', 1).join();

/** The pairs the other way round. */
function turned(pairs: ReadonlyMap<string, readonly string[]>): Map<string, string[]> {
  const back = new Map<string, string[]>();
  for (const [name, values] of pairs) {
    for (const value of values) back.set(value, [...(back.get(value) ?? []), name]);
  }
  return back;
}

/** Reads the shipped name tables and reviewed lists (a few dozen milliseconds; once per process). */
export function loadNameTables(): NameTables {
  const packed = readFileSync(new URL('name-tables/forms.bin', import.meta.url));
  const index = readForms(brotliDecompressSync(packed));
  const phrases = new Map<string, string[][]>();
  const addPhrase = (words: string[]) => {
    const [first = '', second = ''] = words.map(bare);
    const known = phrases.get(`${first} ${second}`);
    if (known) known.push(words);
    else phrases.set(`${first} ${second}`, [words]);
    index.add(first, PHRASE_HEAD);
    index.add(second, PHRASE_SECOND);
  };
  for (const [file, bits, whole] of LISTS) {
    for (const entry of readList(textOf(file)).map(fold)) {
      const words = entry.split(' ');
      if (words.length === 1) index.add(entry, bits);
      else if (whole) addPhrase(words);
    }
  }
  for (const known of phrases.values()) known.sort((a, b) => b.length - a.length);
  for (const title of TITLES) index.add(title, TITLE);
  const holidays = readList(textOf('holidays')).map(fold);
  for (const name of holidays) index.add(bare(firstOf(name)), HOLIDAY_HEAD);
  const nicknames = readPairs(textOf('nicknames'));
  return {
    known: (form) => index.get(form),
    holidays: new Set(holidays),
    phrases,
    nicknames,
    longNames: turned(nicknames),
    fields: readPairs(textOf('author-fields')),
  };
}
