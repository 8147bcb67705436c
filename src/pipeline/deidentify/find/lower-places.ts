import type { Finding } from '../finding.ts';
import { PROPER, TOWN, TOWN_HEAD } from '../name-tables.ts';
import type { Searched } from '../searched.ts';
import { isOrdinary, isWord } from '../vocabulary.ts';

const LEADS = new Set([
  'in',
  'from',
  'at',
  'near',
  'to',
  'outside',
  'around',
  'over',
  'via',
  'towards',
  'toward',
  'leaving',
  'visiting',
]);
const LEADS_WORD =
  /\b(?:lives? (?:in|near|outside)|lived (?:in|near)|living (?:in|near)|from|moved (?:to|from)|moving (?:to|from)|moves (?:to|from)|born in|raised in|grew up in|based in|back (?:to|in)|commutes (?:to|from)|drives (?:to|from)|flew (?:to|from)|house in|flat in|apartment in|job in|town of|city of|school in|over in|out in|up in|down in) $/i;
/** Small-letter words that are towns somewhere but mean themselves after a preposition. */
const NEVER = new Set([
  'home',
  'cork',
  'spring',
  'god',
  'bed',
  'work',
  'school',
  'therapy',
  'session',
  'mass',
  'church',
  'college',
  'trouble',
  'tears',
  'pain',
  'love',
  'time',
  'best',
  'most',
  'last',
  'least',
  'first',
  'hand',
  'face',
  'mind',
  'hell',
  'reading',
  'bath',
  'sandwich',
  'deal',
  'rugby',
  'mobile',
  'normal',
  'hope',
  'need',
  'power',
  'speed',
  'rest',
  'ease',
  'risk',
  'fault',
  'once',
  'panic',
  'general',
  'person',
  'many',
  'of',
  'this',
  'nice',
  'split',
  'turkey',
  'winter',
  'summer',
  'spring',
  'fall',
  'day',
  'why',
  'ogre',
  'male',
  'start',
  'man',
  'peace',
  'defiance',
  'independence',
  'success',
  'surprise',
  'happy',
  'friendship',
  'liberty',
  'union',
  'hurt',
  'ware',
  'weed',
  'ash',
  'barking',
  'beer',
  'wash',
  'ham',
  'street',
  'battle',
  'rye',
  'wells',
  'sale',
  'bury',
  'hyde',
  'march',
  'diss',
  'eye',
  'over',
  'settle',
  'stone',
  'rugby',
  'crook',
  'hook',
  'looe',
  'box',
  'ford',
  'page',
  'price',
  'frost',
  'rock',
  'bend',
  'mesa',
  'orange',
  'paradise',
  'plain',
  'media',
  'industry',
  'commerce',
  'center',
  'model',
  'enterprise',
  'police',
  'date',
  'green',
  'grace',
  'faith',
  'grand',
  'major',
  'parent',
  'parents',
  'early',
  'victor',
  'grant',
  'prison',
  'hospital',
  'jail',
  'town',
  'university',
  'clinic',
]);

/** The longest town name that starts at this word: number of words, 0 for none. */
function townLength({ words, tables }: Searched, at: number): number {
  const first = words[at];
  if (!first) return 0;
  if ((first.flags & TOWN_HEAD) !== 0) {
    for (const length of [3, 2]) {
      const own = words.slice(at, at + length);
      const joined =
        own.length === length && own.every((word, index) => index === 0 || /^[ -]$/.test(word.gap));
      if (joined && (tables.flags(own.map(({ form }) => form).join(' ')) & TOWN) !== 0)
        return length;
    }
  }
  return (first.flags & TOWN) !== 0 ? 1 : 0;
}

function isTown(searched: Searched, at: number, length: number): boolean {
  const { words, tables, text, lowerCased } = searched;
  const word = words[at];
  if (!word || word.form === 'the' || (length === 1 && NEVER.has(word.form))) return false;
  const before = text.slice(Math.max(0, word.start - 24), word.start);
  if (length > 1) {
    const plain = words.slice(at, at + length).every(({ form }) => isWord(form, tables));
    return !plain || lowerCased || LEADS_WORD.test(before);
  }
  if (tables.list('safe').has(word.form) || word.form.length < 4) return false;
  if (!isOrdinary(word.form, tables)) return lowerCased || word.form.length > 4;
  if ((word.flags & PROPER) === 0) return false;
  return LEADS_WORD.test(before) || (lowerCased && /\b(?:in|from) $/.test(before));
}

/** Towns typed in small letters after a preposition: "from woonsocket", "lives in revere". */
export function lowerPlaces(searched: Searched): Finding[] {
  const { words } = searched;
  const found: Finding[] = [];
  for (let at = 1; at < words.length; at++) {
    const word = words[at];
    if (
      !word ||
      word.shape !== 'lower' ||
      word.gap !== ' ' ||
      !LEADS.has(words[at - 1]?.form ?? '')
    )
      continue;
    const length = townLength(searched, at);
    const led = word.gap === ' ' && LEADS.has(words[at - 1]?.form ?? '');
    if (length === 0 || (!led && isOrdinary(word.form, searched.tables))) continue;
    if (!isTown(searched, at, length)) continue;
    const last = words[at + length - 1];
    found.push({
      start: word.start,
      end: last?.full ?? word.full,
      class: 'location',
      sure: searched.lowerCased,
    });
  }
  return found;
}
