import type { IdentifierClass } from '../message.ts';
import { allMatches } from './all-matches.ts';
import { fold } from './fold.ts';
import { GIVEN, type NameTables, REVIEWED, SURNAME, TOWN, WORD } from './name-tables.ts';

/** Something in the replaced text that looks like an identifier still. */
export interface Leak {
  readonly start: number;
  readonly end: number;
  readonly class: IdentifierClass;
}

/** What the guard looks for beside shapes. */
export interface Watch {
  /** Names of members, the practice, what a user reported. */
  readonly known: readonly string[];
  /** Folded words of names seen in the thread. */
  readonly names: ReadonlySet<string>;
  /** Folded forms the clinician declared to be no identifier. */
  readonly allowed: ReadonlySet<string>;
}

export type LeakGuard = (text: string, watch: Watch) => Leak[];

interface Spot {
  readonly start: number;
  readonly end: number;
}

const CODE = /^(?:90[78]\d\d|961\d\d|9921\d|9715\d|9896\d|980\d\d)$/;
const COUNTED =
  /^,? ?(?:steps|words|pounds|dollars|euros|people|followers|miles|km|calories|times|years|k\b|%|bucks|quid|hours|minutes|subscribers|views|students|residents|kcal)/i;
const MONTHS =
  'january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec';
const CAPITALISED_MONTHS = MONTHS.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
const DAY = '(?:0?[1-9]|[12]\\d|3[01])';
const MARKED: readonly (readonly [RegExp, IdentifierClass])[] = [
  [/<[@#!][^<>\s]{1,80}>/g, 'mention'],
  [/\bhttps?:\/\/[^\s<>]{1,300}|\bwww\.[^\s<>]{3,300}/gi, 'url'],
];
const NUMBERED: readonly (readonly [RegExp, IdentifierClass])[] = [
  [/(?<!\d)\d{3}[- ]\d{2}[- ]\d{4}(?!\d)/g, 'ssn'],
  [/(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])/g, 'ip'],
  [
    new RegExp(`(?<![\\d/.-])${DAY}[/.-]${DAY}[/.-](?:(?:19|20)\\d\\d|\\d\\d)(?![\\d/-])`, 'g'),
    'date',
  ],
  [
    new RegExp(
      `\\b(?:${MONTHS.replace('may|', '').replace('mar|', '')}|${CAPITALISED_MONTHS})\\.? ${DAY}(?:st|nd|rd|th)?\\b(?! ?(?:%|percent|sessions|people|times|of the|out of|min|hours|mg|weeks|points))`,
      'g',
    ),
    'date',
  ],
  [
    new RegExp(
      `\\b${DAY}(?:st|nd|rd|th)? (?:of )?(?:${MONTHS})\\b(?! (?:i|you|we|he|she|they|it|be|not|have|seem|help|feel)\\b)`,
      'gi',
    ),
    'date',
  ],
  [/\b9\d[- ]?(?:years?[- ]old|y\/?o)\b/gi, 'age90'],
];
const TOKEN = /\[[A-Z][^[\]\n]{1,60}\]/g;
const DIGITS = /\d[\d ()./-]{3,40}\d/g;
const RUN_OF_WORDS = /[\p{L}\p{M}][\p{L}\p{M}'’-]{1,40}/gu;
const CAPITALISED = /(?<![\p{L}\p{N}@#_/-])\p{Lu}[\p{Ll}\p{M}]{2,30}(?![\p{L}\p{N}_-])/gu;

function matches(text: string, shape: RegExp, kind: IdentifierClass): Leak[] {
  return allMatches(text, shape).map(({ index, 0: run }) => ({
    start: index,
    end: index + run.length,
    class: kind,
  }));
}

/** E-mail addresses, told from the sign outwards. */
function addresses(text: string): Leak[] {
  const found: Leak[] = [];
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    const before = /[^\s@<>()[\]"',;]{1,64}$/.exec(text.slice(Math.max(0, at - 64), at));
    const after = /^[^\s@<>()[\]"',;]{2,64}\.[^\s@<>()[\]"',;]{2,20}/.exec(
      text.slice(at + 1, at + 90),
    );
    if (!before || !after) continue;
    const end = at + 1 + after[0].length;
    found.push({ start: at - before[0].length, end, class: 'email' });
  }
  return found;
}

/** Years beside years and rows of scores are digits that identify nobody. */
const isHarmless = (run: string) =>
  /^(?:19|20)\d\d[ -]{1,3}(?:19|20)\d\d$/.test(run) ||
  /^\d{1,2}(?:[ ./-]{1,3}\d{1,2}){2,}$/.test(run);

/** Digits that stand together, whatever few signs part them; short ones count as no number. */
function numbers(text: string): Leak[] {
  return matches(text, DIGITS, 'other_id').filter(({ start, end }) => {
    const run = text.slice(start, end);
    if (isHarmless(run) || COUNTED.test(text.slice(end, end + 14))) return false;
    if (/[$£€]/.test(text[start - 1] ?? '')) return false;
    if (/^\d+$/.test(run)) return !CODE.test(run);
    return run.replace(/\D/g, '').length >= 7;
  });
}

/** Everything that takes a digit. */
function numbered(text: string): Leak[] {
  return [...NUMBERED.flatMap(([shape, kind]) => matches(text, shape, kind)), ...numbers(text)];
}

const isListed = (form: string, tables: NameTables) => (tables.known(form) & REVIEWED) !== 0;

/** Names of members, the practice and the thread, whole words in any case. */
function watched(text: string, { known, names }: Watch, tables: NameTables): Leak[] {
  const phrases = known.map((entry) => fold(entry.trim())).filter((entry) => entry.length > 2);
  const lower = text.toLowerCase();
  const several = phrases
    .filter((phrase) => phrase.includes(' ') && lower.includes(phrase))
    .map((phrase): Leak => {
      const start = lower.indexOf(phrase);
      return { start, end: start + phrase.length, class: 'name' };
    });
  const single = new Set([...phrases.filter((phrase) => !phrase.includes(' ')), ...names]);
  if (single.size === 0) return several;
  const words = matches(text, RUN_OF_WORDS, 'name').filter(({ start, end }) => {
    const form = fold(text.slice(start, end)).replace(/'s$/, '');
    return single.has(form) && (tables.known(form) & WORD) === 0 && !isListed(form, tables);
  });
  return [...several, ...words];
}

/** Capitalised forms that are names and nothing else. */
function capitals(text: string, tables: NameTables): Leak[] {
  return matches(text, CAPITALISED, 'name').filter(({ start, end }) => {
    const form = fold(text.slice(start, end));
    const flags = tables.known(form);
    if ((flags & WORD) !== 0 || (flags & (GIVEN | SURNAME | TOWN)) === 0) return false;
    return !isListed(form, tables) && !isListed(`${form}'s`, tables);
  });
}

const bare = (word = '') => word.replace(/\.$/, '').replace(/'s$/, '');

/** Known phrases (authors, films, tests, countries) hold names that may stand. */
function inPhrase(text: string, spot: Spot, tables: NameTables): boolean {
  const around = fold(text.slice(Math.max(0, spot.start - 48), spot.end + 48));
  return around
    .split(/[^\p{L}\p{N}'.-]+/u)
    .flatMap(
      (first, at, words) => tables.phrases.get(`${bare(first)} ${bare(words[at + 1])}`) ?? [],
    )
    .some((phrase) => around.includes(phrase.join(' ')));
}

/**
 * A second look at the replaced text with code of its own: digit runs, addresses, dates, names that
 * are nothing else, and every name known or seen in the thread. Tokens are left out.
 */
export function createLeakGuard(tables: NameTables): LeakGuard {
  return (text, watch) => {
    const tokens: Spot[] = matches(text, TOKEN, 'other_id');
    const found = [
      ...MARKED.flatMap(([shape, kind]) => matches(text, shape, kind)),
      ...addresses(text),
      ...(/\d/.test(text) ? numbered(text) : []),
      ...watched(text, watch, tables),
      ...capitals(text, tables),
    ];
    return found.filter((leak) => {
      if (tokens.some(({ start, end }) => leak.start < end && start < leak.end)) return false;
      if (watch.allowed.has(fold(text.slice(leak.start, leak.end)))) return false;
      return leak.class !== 'name' || !inPhrase(text, leak, tables);
    });
  };
}
