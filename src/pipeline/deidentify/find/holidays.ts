import { allMatches } from '../all-matches.ts';
import type { Finding } from '../finding.ts';
import { HOLIDAY_HEAD } from '../name-tables.ts';
import type { Searched } from '../searched.ts';

const LEAD =
  /(?:the )?(?:(?:first|second|third|last|final|fourth|fifth|sixth|seventh|eighth|\d(?:st|nd|rd|th)) (?:night|day|week|weekend|sunday|monday|friday) of |(?:day|week|weekend|night) (?:before|after) |(?:end|start|beginning|middle) of )$/i;
const LONGEST = 5;
/** Names that mean a holiday only with a capital. */
const NEEDS_CAPITAL = new Set([
  'tet',
  'holi',
  'lent',
  'advent',
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

/** The longest holiday that starts at this word: index of its last word, or -1. */
function lastWordOf({ words, text, tables }: Searched, at: number): number {
  const first = words[at];
  if (!first) return -1;
  for (let last = Math.min(at + LONGEST - 1, words.length - 1); last >= at; last--) {
    const { end = 0, full = 0 } = words[last] ?? {};
    const forms = [full, end].map((to) => text.slice(first.start, to).toLowerCase());
    const name = forms.find((form) => tables.holidays.has(form));
    if (name && (first.shape !== 'lower' || !NEEDS_CAPITAL.has(name))) return last;
  }
  return -1;
}

/** Holidays and other days whose name tells the date, with "first night of" and the like. */
export function holidays(searched: Searched): Finding[] {
  const { text, words } = searched;
  const found: Finding[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (!word || (word.known & HOLIDAY_HEAD) === 0) continue;
    const last = lastWordOf(searched, at);
    if (last === -1) continue;
    const lead = LEAD.exec(text.slice(Math.max(0, word.start - 40), word.start));
    const start = word.start - (lead?.[0].length ?? 0);
    const end = words[last]?.full ?? word.full;
    found.push({ start, end, class: 'date', note: 'holiday', sure: true });
    at = last;
  }
  if (!text.includes('nniversary')) return found;
  for (const { index, 0: run } of allMatches(text, ANNIVERSARY)) {
    const end = index + run.length;
    found.push({ start: index, end, class: 'date', note: 'holiday', sure: true });
  }
  return found;
}
