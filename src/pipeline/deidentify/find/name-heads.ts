import { ORGANISATION_HEAD, PLACE_HEAD } from '../name-tables.ts';
import type { Searched } from '../searched.ts';
import type { Word } from '../words.ts';

/** Small-letter words that end a name of a place or organisation after a capital: "Slater mill". */
const SMALL =
  /^(?:mills?|bakery|deli|diner|pizzeria|caf[eé]|pub|bar|tavern|grill|salon|barbers?|garage|park|pond|lake|beach|river|boathouse|school|high|middle|elementary|primary|secondary|academy|college|university|church|chapel|parish|mosque|temple|synagogue|hospital|clinic|hospice|infirmary|surgery|library|pharmacy|club|gym|mall|plaza|square|bridge|county|shelter|prison|jail|factory|plant|shipyard|brewery|farm|ranch|nursery|preschool|daycare|rotary|fairgrounds|campus|hostel|hotel|motel|inn|restaurant|supermarket|market|store|estate|village|neighbou?rhood|airport|station|harbou?r|island|valley|district|precinct|barracks|cemetery|museum|depot|warehouse|branch|yard|dockyard|theat(?:re|er)|stadium|arena|newspaper)$/;
/** What a shop is called after its owner: "DePetrillo's bakery". */
const SHOP =
  /^(?:bakery|deli|diner|pizzeria|caf[eé]|pub|bar|tavern|grill|salon|barbers?|garage|pharmacy|market|mill|restaurant|store|kitchen|corner|place|pizza|bistro)$/;
const DENOMINATION =
  /^(?:baptist|unitarian|methodist|presbyterian|lutheran|congregational|pentecostal|episcopal|catholic|christian|reformed|adventist|orthodox|anglican|quaker|united)$/;
const BEFORE_DENOMINATION =
  /^(?:first|second|third|fourth|central|grace|calvary|trinity|bethel|zion|emmanuel|new|old|mount|st)$/;
const QUARTER = /^(?:north|south|east|west|old|upper|lower|mount|fort|port|lake)$/;

/** Written with a capital where a small letter could stand. */
export function isCapital(word: Word | undefined): boolean {
  if (word === undefined) return false;
  const { shape } = word;
  return shape === 'cap' || shape === 'mixed' || shape === 'caps' || shape === 'letter';
}

/** A word that ends names of organisations or places: College, Street, County. */
export function isHead(word: Word | undefined): boolean {
  return word !== undefined && (word.known & (ORGANISATION_HEAD | PLACE_HEAD)) !== 0;
}

/** A small-letter head right after the name ending at `last`; owned names take shops only. */
export function hasSmallHead({ words }: Searched, last: number): boolean {
  const word = words[last];
  const next = words[last + 1];
  if (!word || next?.shape !== 'lower' || !/^'? $/.test(next.gap)) return false;
  return word.full > word.end ? SHOP.test(next.form) : SMALL.test(next.form);
}

/** Two capitals that name something only together: "First Baptist", "South End". */
export function isPair({ words, phrases }: Searched, at: number): boolean {
  const word = words[at];
  const before = words[at - 1];
  if (word?.shape !== 'cap' || word.gap !== ' ' || before?.shape !== 'cap') return false;
  if (before.opens || before.full > before.end || phrases[at]) return false;
  if (DENOMINATION.test(word.form)) return BEFORE_DENOMINATION.test(before.form);
  return QUARTER.test(before.form);
}
