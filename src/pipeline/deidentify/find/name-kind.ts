import type { IdentifierClass } from '../../message.ts';
import { GIVEN, ORGANISATION_HEAD, PLACE_HEAD, TOWN } from '../name-tables.ts';
import type { Searched } from '../searched.ts';
import { nameLike } from '../vocabulary.ts';
import type { Word } from '../words.ts';
import type { Run } from './name-reach.ts';

const WORKS =
  /\b(?:works?|working|worked|job|employed|employer|teach(?:es|ing)?|taught|stud(?:y|ies|ied|ying)|attends?|attended|attending|enrol(?:l?ed|l?s)|volunteers?|volunteering|member|goes|went|go|student|sophomore|freshman|junior|senior|graduate[ds]?|expelled|suspended|admitted|discharged|transferred|fired|laid off|hired|intern(?:ed|ing|s)?|nurse|teacher|engineer|manager|pastor|priest|imam|rabbi|shift|position|placement|inpatient|stay|charge|card|letter|note|report)(?: [\p{L}'-]{1,20}){0,2} (?:at|for|from|to|with|in|by|of|through)(?: the)? $/iu;
const IN_PLACE =
  /\b(?:in|near|around|outside|across|downtown|between|towards?|to|from|leaving|visiting|of|off|on)(?: the)? $/i;
const AT = /\b(?:at|for)(?: the)? $/i;
/** Heads of place names that are surnames as well. */
const SURNAMES =
  /^(?:marsh|hill|hills|field|fields|lane|park|wood|woods|banks|bank|glen|heath|ford|brook|dale|forest|green|grove|moor|rivers|meadows|pond|pool|gates?|bridges?|barnes?|cross|church|mills?|temple|house|hall|street|lake|park|close|bush|common)$/;
/** The first part of an address: a number and a street. */
const STREET = /\d[\p{L}\d .'-]{3,40}, $/u;
const THE = /\bthe $/i;

/** A given name and a surname that happens to end names of places: Anna Marsh. */
function isPerson([first, last, ...more]: readonly Word[], before: string): boolean {
  if (!first || !last || more.length > 0 || IN_PLACE.test(before) || AT.test(before)) return false;
  return nameLike(first.known) === 'given' && SURNAMES.test(last.form) && !THE.test(before);
}

/** Words that name an office or a place from the front: "Temple Beth Shalom", "Casa Esperanza". */
const LEADING_OFFICE =
  /^(?:temple|masjid|mosque|congregation|church|chapel|iglesia|casa|camp|club|caf[eé]|hotel|inn|bank|university|universidad|college|école|escuela|colegio|hospital|clinic|house|team|radio|studio|villa|beth|beit|gurdwara|ashram|society|institute|academy|school|union|local|fc|ymca|ywca|our|st|saint)$/;
const LEADING_PLACE =
  /^(?:lake|mount|mt|fort|ft|port|cape|isle|island|camp|rio|monte|loch|river|route)$/;
/** What somebody is called is a person's name, whatever town bears it. */
const CALLED = /\b(?:him|her|them|me|called|named|nicknamed|as|by) "?$/i;

/** From the words the name is made of, where they tell: a head names an office or a place. */
function byOwnWords(own: readonly Word[], before: string): IdentifierClass | null {
  const last = own.at(-1);
  if (!last || own.length === 1 || isPerson(own, before)) return null;
  if ((last.known & ORGANISATION_HEAD) !== 0) return 'org';
  if ((last.known & PLACE_HEAD) !== 0) return 'location';
  const first = own[0]?.form ?? '';
  if (LEADING_PLACE.test(first)) return 'location';
  if (LEADING_OFFICE.test(first)) return 'org';
  const headed = own
    .slice(1, -1)
    .some(({ known }) => (known & (ORGANISATION_HEAD | GIVEN)) === ORGANISATION_HEAD);
  return headed ? 'org' : null;
}

/** From the preposition before: in a town, at a company. */
function byLead(before: string, town: boolean, given: boolean): IdentifierClass | null {
  if (town && STREET.test(before)) return 'location';
  if (given) return town && IN_PLACE.test(before) ? 'location' : 'name';
  if (IN_PLACE.test(before)) return WORKS.test(before) && !town ? 'org' : 'location';
  return AT.test(before) ? 'org' : null;
}

/** From the article before and the shape. */
function byShape(own: readonly Word[], before: string, town: boolean): IdentifierClass {
  const [first] = own;
  if (own.length === 1 && CALLED.test(before)) return 'name';
  if (THE.test(before) && !own.at(-1)?.form.endsWith('s')) return 'org';
  if (first?.shape !== 'caps') return town ? 'location' : 'name';
  return own.length === 1 && first.form.length < 3 ? 'name' : 'org';
}

/** Which kind of name it is: by its own words, the tables and the words before it. */
export function kindOfName({ words, text, tables }: Searched, run: Run): IdentifierClass {
  const own = words.slice(run.first, run.last + 1);
  const first = own[0];
  if (!first) return 'name';
  const before = text.slice(Math.max(0, first.start - 44), first.start);
  const told = byOwnWords(own, before);
  if (told) return told;
  const town = (tables.known(own.map(({ form }) => form).join(' ')) & TOWN) !== 0;
  const given = own.length < 4 && nameLike(first.known) === 'given';
  return byLead(before, town, given) ?? byShape(own, before, town);
}
