import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { fold } from '../pipeline/deidentify/fold.ts';
import {
  ACRONYM,
  AUTHOR,
  AUTHOR_IN_CONTEXT,
  AUTHOR_LIKE_GIVEN,
  DRUG,
  GENERAL,
  GRAMMAR,
  INFORMAL,
  KIND_OF_PLACE,
  LOWER_NAME,
  type NameTables,
  NOT_TOWN,
  ORGANISATION_HEAD,
  PLACE_HEAD,
  SAFE,
  SMALL_HEAD,
  WORD_NAME,
} from '../pipeline/deidentify/name-tables.ts';
import { readForms } from './name-tables/read-forms.ts';
import { readList, readPairs } from './name-tables/read-list.ts';

/** File of a reviewed list, what it marks its words as, and whether its phrases may stand whole. */
const LISTS: readonly (readonly [file: string, mark: number, phrases: boolean])[] = [
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

function addPhrase(phrases: Map<string, string[][]>, entry: string): void {
  const words = entry.split(' ');
  const first = words[0] ?? '';
  const known = phrases.get(first) ?? [];
  if (known.length === 0) phrases.set(first, known);
  known.push(words);
}

/** Reads the shipped name tables and reviewed lists (a few dozen milliseconds; once per process). */
export function loadNameTables(): NameTables {
  const packed = readFileSync(new URL('name-tables/forms.bin', import.meta.url));
  const marks = new Map<string, number>();
  const phrases = new Map<string, string[][]>();
  for (const [file, mark, whole] of LISTS) {
    for (const entry of readList(textOf(file)).map(fold)) {
      marks.set(entry, (marks.get(entry) ?? 0) | mark);
      if (whole && entry.includes(' ')) addPhrase(phrases, entry);
    }
  }
  for (const known of phrases.values()) known.sort((a, b) => b.length - a.length);
  return {
    flags: readForms(brotliDecompressSync(packed)),
    marks: (form) => marks.get(form) ?? 0,
    holidays: new Set(readList(textOf('holidays')).map(fold)),
    phrases,
    nicknames: readPairs(textOf('nicknames')),
    fields: readPairs(textOf('author-fields')),
  };
}
