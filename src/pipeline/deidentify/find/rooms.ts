import { allMatches } from '../all-matches.ts';
import type { Finding } from '../finding.ts';
import type { Searched } from '../searched.ts';

/** "room 214", "Unit 4P", "bed 12B", "cell C-14"; what is counted ("unit 2 of the course") stays. */
const ROOMS =
  '\\b(?:room|rm\\.?|bed|bay|ward|unit|suite|ste\\.?|apt\\.?|apartment|flat|cell|dorm|locker|desk|cubicle|pod|floor|bldg\\.?|building|block|wing|tower|trailer|lot|space|berth|cabin|bungalow|villa)(?: (?:no\\.?|number))? ?#? ?';
const ROOM = new RegExp(
  `${ROOMS}((?:[A-Z]{0,2}-?\\d{1,4}(?:-?\\d{1,3})?-?[A-Z]?)(?![\\w%/]))`,
  'gi',
);
/** The same up to its first digit, sought from there back. */
const ROOM_GATE = new RegExp(`\\d(?<=${ROOMS}[A-Z]{0,2}-?\\d)`, 'i');
/** Consulting rooms and floors are numbered everywhere: one digit tells nothing. */
const COMMON = /^(?:room|rm|floor|desk|pod|block|space|lot|wing|bay|cubicle)\b/i;
const COUNTED =
  /^ ?(?:of\b|sessions?|minutes?|weeks?|hours?|days?|years?|people|patients|months?|chapter|lesson|kids|a\.?m|p\.?m)/i;
const HALLS =
  '(?:Hall|House|Dorm|Lodge|Court|Towers?|Wing|Building|Residence|Quad|Pavilion|Apartments|Manor|Motel|Hotel|Inn|Annex) #?';
const HALL = new RegExp(`\\b(?:[A-Z][\\p{L}'-]{1,30} ){1,3}${HALLS}\\d{1,4}[A-Z]?\\b`, 'gu');
const HALL_GATE = new RegExp(`\\d(?<=${HALLS}\\d)`);

/** Rooms, beds, units and other numbered places inside a building. */
export function rooms({ text, hasDigit }: Searched): Finding[] {
  if (!hasDigit) return [];
  const found: Finding[] = [];
  for (const match of allMatches(text, HALL, HALL_GATE)) {
    found.push({
      start: match.index,
      end: match.index + match[0].length,
      class: 'room',
      sure: true,
    });
  }
  for (const match of allMatches(text, ROOM, ROOM_GATE)) {
    const end = match.index + match[0].length;
    if (COUNTED.test(text.slice(end, end + 14))) continue;
    if (COMMON.test(match[0]) && /^\d$/.test(match[1] ?? '')) continue;
    found.push({ start: end - (match[1]?.length ?? 0), end, class: 'room', sure: true });
  }
  return found;
}
