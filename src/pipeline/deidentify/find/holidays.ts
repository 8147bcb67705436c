import type { Finding } from '../finding.ts';
import type { NameTables } from '../name-tables.ts';
import type { Searched } from '../searched.ts';

const LEAD =
  /(?:the )?(?:(?:first|second|third|last|final|fourth|fifth|sixth|seventh|eighth|\d(?:st|nd|rd|th)) (?:night|day|week|weekend|sunday|monday|friday) of |(?:day|week|weekend|night) (?:before|after) |(?:end|start|beginning|middle) of )$/i;
const LONGEST = 5;
/** Words that are holidays only with a capital, and lower-case words nobody means a holiday by. */
const NEEDS_CAPITAL = new Set([
  'tet',
  'holi',
  'lent',
  'advent',
  'eid',
  'new years',
  'new year',
  'all saints',
  'all souls',
  'epiphany',
  'valentines',
  'flag day',
  'earth day',
  'election day',
  'may day',
  'black friday',
  'groundhog day',
]);
const ANNIVERSARY = /\b(?:wedding anniversary|anniversary date)\b(?=[^.!?\n]{0,20}\d)/gi;

interface HolidayNames {
  readonly known: ReadonlySet<string>;
  readonly heads: ReadonlySet<string>;
}

const cache = new WeakMap<NameTables, HolidayNames>();

function namesOf(tables: NameTables): HolidayNames {
  const cached = cache.get(tables);
  if (cached) return cached;
  const known = tables.list('holidays');
  const names = { known, heads: new Set([...known].map((name) => name.split(' ')[0] ?? '')) };
  cache.set(tables, names);
  return names;
}

/** The longest holiday that starts at this word: index of its last word, or -1. */
function lastWordOf({ words, text }: Searched, at: number, { known }: HolidayNames): number {
  const first = words[at];
  if (!first) return -1;
  for (let last = Math.min(at + LONGEST - 1, words.length - 1); last >= at; last--) {
    const word = words[last];
    if (!word || /[^\s.,'-]/.test(text.slice(first.end, word.start).replace(/[\p{L}\p{N}]/gu, '')))
      continue;
    const plain = (end: number) => text.slice(first.start, end).toLowerCase();
    const name = [plain(word.full), plain(word.end)].find((form) => known.has(form));
    if (name && (first.shape !== 'lower' || !NEEDS_CAPITAL.has(name))) return last;
  }
  return -1;
}

/** Holidays and other days whose name tells the date, with "first night of" and the like. */
export function holidays(searched: Searched): Finding[] {
  const names = namesOf(searched.tables);
  const found: Finding[] = [];
  const { text, words } = searched;
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (!word || !(names.heads.has(word.form) || names.heads.has(`${word.form}'s`))) continue;
    const last = lastWordOf(searched, at, names);
    if (last === -1) continue;
    const lead = LEAD.exec(text.slice(Math.max(0, word.start - 40), word.start));
    const start = word.start - (lead?.[0].length ?? 0);
    found.push({
      start,
      end: words[last]?.full ?? word.full,
      class: 'date',
      note: 'holiday',
      sure: true,
    });
    at = last;
  }
  for (const { index, 0: run } of text.matchAll(ANNIVERSARY)) {
    found.push({
      start: index,
      end: index + run.length,
      class: 'date',
      note: 'holiday',
      sure: true,
    });
  }
  return found;
}
