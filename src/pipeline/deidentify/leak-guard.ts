import type { IdentifierClass } from '../message.ts';
import { fold } from './fold.ts';
import { GIVEN, type NameTables, SURNAME, TOWN, WORD } from './name-tables.ts';

/** Something in the replaced text that looks like an identifier still. */
export interface Leak {
  readonly start: number;
  readonly end: number;
  readonly class: IdentifierClass;
}

/** What the guard looks for beside shapes: folded forms of known people and of names in the thread. */
export interface Watch {
  readonly known: readonly string[];
  readonly names: ReadonlySet<string>;
  /** Folded forms the clinician declared to be no identifier. */
  readonly allowed: ReadonlySet<string>;
}

export type LeakGuard = (text: string, watch: Watch) => Leak[];

const LISTS = [
  'safe',
  'acronyms',
  'authors',
  'authors-in-context',
  'drugs',
  'informal',
  'word-names',
  'organisation-heads',
  'place-heads',
] as const;
const CODE = /^(?:90[78]\d\d|961\d\d|9921\d|9715\d|9896\d|980\d\d)$/;
const COUNTED =
  /^,? ?(?:steps|words|pounds|dollars|euros|people|followers|miles|km|calories|times|years|k\b|%|bucks|quid)/i;
const MONTHS =
  'january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec';
const SHAPES: readonly (readonly [RegExp, IdentifierClass])[] = [
  [/[^\s@<>()[\]"',;]{1,64}@[^\s@<>()[\]"',;]{2,64}\.[^\s@<>()[\]"',;]{2,20}/g, 'email'],
  [/<[@#!][^<>\s]{1,80}>/g, 'mention'],
  [/\bhttps?:\/\/[^\s<>]{1,300}|\bwww\.[^\s<>]{3,300}/gi, 'url'],
  [/(?<!\d)\d{3}[- ]\d{2}[- ]\d{4}(?!\d)/g, 'ssn'],
  [/(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])/g, 'ip'],
  [
    /(?<![\d/.-])(?:0?[1-9]|[12]\d|3[01])[/.-](?:0?[1-9]|[12]\d|3[01])[/.-](?:(?:19|20)\d\d|\d\d)(?![\d/-])/g,
    'date',
  ],
  [
    new RegExp(
      `\\b(?:${MONTHS})\\.? (?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?\\b(?! ?(?:%|percent|sessions|people|times|of the|out of|min|hours|mg))`,
      'g',
    ),
    'date',
  ],
  [
    new RegExp(
      `\\b(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)? (?:of )?(?:${MONTHS})\\b(?! (?:i|you|we|he|she|they|it|be|not|have|seem|help|feel)\\b)`,
      'gi',
    ),
    'date',
  ],
  [/\b9\d[- ]?(?:years?[- ]old|y\/?o)\b/gi, 'age90'],
];

type Spot = { start: number; end: number };

/** Digits that stand together, whatever few signs part them; short ones count as no number. */
function numbers(text: string): Leak[] {
  const found: Leak[] = [];
  const note = (start: number, end: number, digits: number) => {
    const run = text.slice(start, end);
    const plain = /^\d+$/.test(run);
    if (plain ? digits < 5 || CODE.test(run) : digits < 7) return;
    if (COUNTED.test(text.slice(end, end + 12)) || /[$£€]$/.test(text.slice(start - 1, start)))
      return;
    found.push({ start, end, class: digits >= 10 && !plain ? 'phone' : 'other_id' });
  };
  for (const { index, 0: run } of text.matchAll(/\d[\d ()./-]{3,40}\d/g)) {
    if (
      /^(?:19|20)\d\d[ -]{1,3}(?:19|20)\d\d$/.test(run) ||
      /(?:^| )\d{1,2}(?: \d{1,2}){2,}$/.test(run)
    )
      continue;
    note(index, index + run.length, run.replace(/\D/g, '').length);
  }
  return found;
}

/** Names of members, the practice and the thread, whole words in any case. */
function watched(text: string, { known, names }: Watch, tables: NameTables): Leak[] {
  const phrases = known.map((entry) => fold(entry.trim())).filter((entry) => entry.length > 2);
  const found: Leak[] = [];
  const folded = fold(text);
  if (folded.length === text.length) {
    for (const phrase of phrases.filter((entry) => entry.includes(' '))) {
      const at = folded.indexOf(phrase);
      if (at !== -1) found.push({ start: at, end: at + phrase.length, class: 'name' });
    }
  }
  const single = new Set([...phrases.filter((entry) => !entry.includes(' ')), ...names]);
  if (single.size === 0) return found;
  for (const { index, 0: word } of text.matchAll(/[\p{L}\p{M}][\p{L}\p{M}'’-]{1,40}/gu)) {
    const form = fold(word).replace(/'s$/, '');
    const ordinary =
      (tables.flags(form) & WORD) !== 0 || LISTS.some((name) => tables.list(name).has(form));
    if (single.has(form) && !ordinary) {
      found.push({ start: index, end: index + word.length, class: 'name' });
    }
  }
  return found;
}

/** Capitalised forms that are names and nothing else. */
function capitals(text: string, tables: NameTables): Leak[] {
  const found: Leak[] = [];
  for (const { index, 0: word } of text.matchAll(
    /(?<![\p{L}\p{N}@#_/-])\p{Lu}[\p{Ll}\p{M}]{2,30}(?![\p{L}\p{N}_-])/gu,
  )) {
    const form = fold(word);
    const flags = tables.flags(form);
    if ((flags & WORD) !== 0 || (flags & (GIVEN | SURNAME | TOWN)) === 0) continue;
    if (LISTS.some((name) => tables.list(name).has(form))) continue;
    found.push({ start: index, end: index + word.length, class: 'name' });
  }
  return found;
}

/** Known phrases (authors, films, tests) hold names that may stand. */
function inPhrase(text: string, spot: Spot, tables: NameTables): boolean {
  const around = fold(text.slice(Math.max(0, spot.start - 40), spot.end + 40));
  const word = fold(text.slice(spot.start, spot.end));
  for (const [first, phrases] of tables.phrases) {
    if (!around.includes(first)) continue;
    if (phrases.some((phrase) => phrase.includes(word) && around.includes(phrase.join(' '))))
      return true;
  }
  return false;
}

/**
 * A second look at the replaced text with code of its own: digit runs, addresses, dates, names that
 * are nothing else, and every name known or seen in the thread. `tokens` are left out.
 */
export function createLeakGuard(tables: NameTables): LeakGuard {
  return (text, watch) => {
    const tokens: Spot[] = [...text.matchAll(/\[[A-Z][^[\]\n]{1,60}\]/g)].map(
      ({ index, 0: token }) => ({
        start: index,
        end: index + token.length,
      }),
    );
    const shaped = SHAPES.flatMap(([shape, kind]) =>
      [...text.matchAll(shape)].map(({ index, 0: run }) => ({
        start: index,
        end: index + run.length,
        class: kind,
      })),
    );
    const found = [
      ...shaped,
      ...numbers(text),
      ...watched(text, watch, tables),
      ...capitals(text, tables),
    ];
    return found.filter(
      (leak) =>
        !tokens.some(({ start, end }) => leak.start < end && start < leak.end) &&
        !watch.allowed.has(fold(text.slice(leak.start, leak.end))) &&
        !(leak.class === 'name' && inPhrase(text, leak, tables)),
    );
  };
}
