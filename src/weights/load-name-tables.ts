import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { fold } from '../pipeline/deidentify/fold.ts';
import type { ListName, NameTables } from '../pipeline/deidentify/name-tables.ts';
import { readForms } from './name-tables/read-forms.ts';
import { readList } from './name-tables/read-list.ts';

const FILES: Readonly<Record<ListName, readonly string[]>> = {
  safe: ['clinical', 'everyday', 'world'],
  general: ['clinical'],
  acronyms: ['acronyms'],
  authors: ['authors'],
  'authors-in-context': ['authors-in-context'],
  'authors-like-given': ['authors-like-given'],
  drugs: ['drugs'],
  informal: ['informal'],
  'word-names': ['word-names'],
  'lower-names': ['lower-names'],
  holidays: ['holidays'],
  'organisation-heads': ['organisation-heads'],
  'place-heads': ['place-heads'],
};

/** Lists whose entries of several words may stand as a whole. */
const PHRASES: readonly ListName[] = ['safe', 'authors', 'drugs'];

const textOf = (name: string) =>
  readFileSync(new URL(`name-tables/${name}.txt`, import.meta.url), 'utf8');

function phrasesOf(entries: readonly string[]): Map<string, string[][]> {
  const phrases = new Map<string, string[][]>();
  for (const entry of entries) {
    const words = entry.split(' ');
    const first = words[0] ?? '';
    const known = phrases.get(first);
    if (known) known.push(words);
    else phrases.set(first, [words]);
  }
  for (const known of phrases.values()) known.sort((a, b) => b.length - a.length);
  return phrases;
}

function nicknamesOf(text: string): Map<string, string[]> {
  const pairs = text
    .split('\n')
    .filter((line) => line.includes(':'))
    .map((line) => line.split(':'));
  return new Map(pairs.map(([name = '', short = '']) => [name, short.trim().split(/,\s*/)]));
}

/** Reads the shipped name tables and reviewed lists (a few dozen milliseconds; once per process). */
export function loadNameTables(): NameTables {
  const packed = readFileSync(new URL('name-tables/forms.bin', import.meta.url));
  const forms = readForms(brotliDecompressSync(packed));
  const lists = new Map<ListName, readonly string[]>();
  for (const name of Object.keys(FILES) as ListName[]) {
    lists.set(
      name,
      FILES[name].flatMap((file) => readList(textOf(file)).map(fold)),
    );
  }
  const sets = new Map([...lists].map(([name, entries]) => [name, new Set(entries)]));
  const several = PHRASES.flatMap((name) => lists.get(name) ?? []).filter((e) => e.includes(' '));
  return {
    flags: forms,
    list: (name) => sets.get(name) ?? new Set(),
    phrases: phrasesOf(several),
    nicknames: nicknamesOf(textOf('nicknames')),
  };
}
