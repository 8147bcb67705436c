import type { IdentifierClass } from '../../message.ts';
import { GIVEN, TOWN } from '../name-tables.ts';
import type { Searched } from '../searched.ts';
import { nameLike } from '../vocabulary.ts';
import type { Run } from './name-reach.ts';

const WORKS =
  /\b(?:works?|working|worked|job|employed|employer|teach(?:es|ing)?|taught|stud(?:y|ies|ied|ying)|attends?|attended|attending|enrol(?:l?ed|l?s)|volunteers?|volunteering|member|goes|went|go|student|sophomore|freshman|junior|senior|graduate[ds]?|expelled|suspended|admitted|discharged|transferred|fired|laid off|hired|intern(?:ed|ing|s)?|nurse|teacher|engineer|manager|pastor|priest|imam|rabbi|shift|position|placement|inpatient|stay|charge|card|letter|note|report)(?: [\p{L}'-]+){0,2} (?:at|for|from|to|with|in|by|of|through)(?: the)? $/iu;
const IN_PLACE =
  /\b(?:in|near|around|outside|across|downtown|between|towards?|to|from|leaving|visiting|of|off|on)(?: the)? $/i;
const AT = /\b(?:at|for)(?: the)? $/i;

/** From the words the name is made of, where they tell: a head, an office, a town. */
function byOwnWords({ words, tables }: Searched, { first, last }: Run): IdentifierClass | null {
  const end = words[last]?.form ?? '';
  if (last === first) return null;
  if (tables.list('organisation-heads').has(end)) return 'org';
  if (tables.list('place-heads').has(end)) return 'location';
  const inner = words.slice(first + 1, last);
  const headed = inner.some(
    ({ form, flags }) => tables.list('organisation-heads').has(form) && (flags & GIVEN) === 0,
  );
  return headed ? 'org' : null;
}

/** Which kind of name it is: by its own words, the tables and the words before it. */
export function kindOfName(searched: Searched, run: Run): IdentifierClass {
  const { words, text, tables } = searched;
  const start = words[run.first];
  const end = words[run.last];
  if (!start || !end) return 'name';
  const own = byOwnWords(searched, run);
  if (own) return own;
  const length = run.last - run.first + 1;
  const before = text.slice(Math.max(0, start.start - 44), start.start);
  const phrase = words.slice(run.first, run.last + 1).map(({ form }) => form);
  const town = (tables.flags(phrase.join(' ')) & TOWN) !== 0;
  const given = length < 4 && nameLike(start.flags) === 'given';
  if (IN_PLACE.test(before) && (town || !given))
    return WORKS.test(before) && !town ? 'org' : 'location';
  if (given) return 'name';
  if (AT.test(before)) return 'org';
  if (/\bthe $/i.test(before) && !/s$/.test(end.form)) return 'org';
  if (start.shape === 'caps') return length === 1 && start.form.length < 3 ? 'name' : 'org';
  return town ? 'location' : 'name';
}
