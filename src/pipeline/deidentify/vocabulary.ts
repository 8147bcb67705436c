import {
  DRUG,
  GIVEN,
  INFORMAL,
  type NameTables,
  SAFE,
  SURNAME,
  TOWN,
  WIDE,
  WORD,
  WORD_NAME,
} from './name-tables.ts';

const PREFIX =
  /^(?:anti|auto|bi|bio|co|counter|cross|de|dis|eco|ex|extra|fore|hyper|hypo|inter|intra|macro|mal|mega|meta|micro|mid|mis|mono|multi|neo|neuro|non|out|over|para|peri|poly|post|pre|pro|pseudo|psycho|re|semi|socio|step|sub|super|tele|trans|tri|ultra|un|under|up)(?=[a-z]{4})/;
const SUFFIX =
  /(?:able|ably|al|ally|ed|er|ers|es|est|ful|fully|hood|ian|ic|ical|ically|ied|ier|iest|ies|ified|ify|ily|ing|ings|isation|isations|ise|ised|ises|ish|ising|ism|isms|ist|ists|ity|ive|ively|ization|izations|ize|ized|izes|izing|less|like|ly|ment|ness|ous|s|ship|some|ward|wards|wise|y)$/;
const MEDICINE =
  /(?:azepam|azolam|azine|azepine|azole|barbital|caine|ciclovir|cillin|codone|cycline|dipine|dronate|etine|fibrate|floxacin|gabalin|gliptin|idone|imide|iptyline|ipramine|lafaxine|mab|morphone|mycin|nidazole|olol|olone|oxetine|oxin|parin|peridol|piprazole|pramine|prazole|prazosin|pril|sartan|semide|setron|sone|statin|tadine|tapine|thiazide|tidine|triptan|triptyline|tyline|valproate|zepam|zodone|zolam|zosin)$/;
/** Two-letter parts of joined words that are ordinary: ex-, co-, 'll, 've. */
const SHORT = new Set(
  're co de un ex bi tv ll ve em er ed ey ty op am pm id pc hs uk us eu'.split(' '),
);

/** A medicine by its own name, a brand name or the ending that generic names share. */
export function isMedicine(form: string, tables: NameTables): boolean {
  if ((tables.known(form) & DRUG) !== 0) return true;
  return form.length >= 7 && MEDICINE.test(form) && (tables.known(form) & (GIVEN | SURNAME)) === 0;
}

/** A form the dictionary or a reviewed list knows as an ordinary word. */
export function isWord(form: string, tables: NameTables): boolean {
  return (tables.known(form) & (WORD | SAFE | INFORMAL)) !== 0;
}

function withoutSuffix(form: string, tables: NameTables): boolean {
  const ending = SUFFIX.exec(form)?.[0];
  if (!ending) return false;
  const stem = form.slice(0, -ending.length);
  if (stem.length < 4) return false;
  const doubled = stem.at(-1) === stem.at(-2) ? stem.slice(0, -1) : stem;
  return [stem, `${stem}e`, `${stem}y`, doubled].some((base) => (tables.known(base) & WORD) !== 0);
}

/** A form built from ordinary words: overmedicated, countertransference, therapylike. */
function isBuilt(form: string, tables: NameTables): boolean {
  const prefix = PREFIX.exec(form)?.[0];
  if (prefix) {
    const rest = form.slice(prefix.length);
    if (isWord(rest, tables) || withoutSuffix(rest, tables)) return true;
  }
  return withoutSuffix(form, tables);
}

function isPart(part: string, tables: NameTables): boolean {
  if (part.length < 2 || /^\d+$/.test(part)) return true;
  return part.length === 2 ? SHORT.has(part) || isWord(part, tables) : isOrdinary(part, tables);
}

/** An ordinary word, or one built from ordinary words, in whatever case it is typed. */
export function isOrdinary(form: string, tables: NameTables): boolean {
  if (isWord(form, tables)) return true;
  if (form.includes('-') || form.includes("'")) {
    return form.split(/[-']/).every((part) => isPart(part, tables));
  }
  if ((tables.known(form) & (GIVEN | SURNAME | TOWN)) !== 0) return false;
  return isBuilt(form, tables);
}

/** A form that some list of names knows, with how far the list can be trusted. */
export function nameLike(known: number): 'given' | 'surname' | 'wide' | null {
  if ((known & GIVEN) !== 0) return 'given';
  if ((known & SURNAME) !== 0) return 'surname';
  return (known & WIDE) !== 0 ? 'wide' : null;
}

interface Known {
  readonly form: string;
  readonly known: number;
}

/** An English word that some list of given names holds too: quite likely a name when a person acts. */
export function mayBeGiven({ form, known }: Known): boolean {
  return form.length > 2 && (known & (GIVEN | SAFE | INFORMAL)) === GIVEN;
}

/** An English word that is a common given name as well: will, grace, mark. */
export function isWordName({ known }: Known): boolean {
  return (known & WORD_NAME) !== 0;
}
