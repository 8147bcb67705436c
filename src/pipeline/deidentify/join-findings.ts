import type { Finding } from './finding.ts';

const NUMBER = new Set(['healthplan', 'account', 'mrn', 'other_id', 'ssn', 'license']);
const PLACE = new Set(['location', 'org', 'room']);
/** A branch of a shop or a spot by a road: "Market Basket on Route 3". */
const ON_ROAD = /^'? (?:on|off|at|by|near)(?: the)? $/;
const ROAD =
  /\b(?:street|st|avenue|ave|road|rd|lane|ln|drive|dr|route|rte|highway|hwy|boulevard|blvd|square|sq|way|parkway|pike|court|ct|terrace|place|row)\b/i;
/** Between the parts of an address: nothing, a comma, a state. */
const ADDRESS = /^,? (?:[A-Z]{2},? |[A-Z][a-z]{2,20},? )?$/;
/** The form of a firm named after several people. */
const FIRM = / (?:LLP|LLC|Inc|Ltd|Associates|Partners|Solicitors|Law|Attorneys|PLLC|PC)$/;
/** A number that belongs to the plan or company named before it. */
const PLAN =
  /^ ?(?:plan|policy|member|id|no\.?|number|acct|account|card)? ?(?:id|no\.?|number)? ?#? ?:? ?$/i;
/** Part of a place in front of its name. */
const PART_OF =
  /(?:parking lot|car ?park|lobby|entrance|back|front|steps|corner|waiting room|cafeteria|chapel|playground|lot) (?:of|at|behind|outside|by|near)(?: the)? $/i;
const CORNER = /\b(?:corner|intersection|junction) of $/i;
/** A well-known shop in front of a place tells which one: "the Tesco in Merthyr". */
const SHOP_IN =
  /\b(?:at|the|outside|near|behind|opposite|by) (?=\p{Lu}\p{Ll})(?!(?:Christmas|Easter|Halloween|Diwali)\b)(?:\p{Lu}[\p{L}']{2,20} ){0,2}[\p{L}']{3,20}(?:'s)? (?:in|on|at|by|near|off)(?: the)? $/u;
/** A small-letter landmark after a place: "Citgo by the rotary". */
const BY_LANDMARK =
  /^ (?:by|near|behind|opposite|across from|next to) the (?:rotary|roundabout|bridge|river|lake|station|park|school|church|highway|exit|mall|library|beach|harbou?r|airport|hospital|courthouse)\b/i;
const LONGEST_GAP = 24;

function joinsPlaces(left: Finding, right: Finding, gap: string, text: string): boolean {
  if (right.class === 'room') return left.class === 'location' && /^,? $/.test(gap);
  if (ADDRESS.test(gap)) return left.class !== 'org';
  return ON_ROAD.test(gap) && ROAD.test(text.slice(right.start, right.end));
}

/** Ways in which two findings beside each other are one; `gap` is what stands between. */
const WAYS: readonly ((left: Finding, right: Finding, gap: string, text: string) => boolean)[] = [
  (left, right, gap) =>
    left.class === 'name' && right.class === 'name' && !right.role && /^(?: | "|" )$/.test(gap),
  (left, right, gap) => left.class === 'org' && NUMBER.has(right.class) && PLAN.test(gap),
  (left, right, gap) => left.class === 'room' && right.class === 'org' && gap === ', ',
  (left, right, gap, text) =>
    left.class === 'org' &&
    right.class === 'location' &&
    gap === ' in ' &&
    text.slice(0, left.start).endsWith(' the '),
  (_, right, gap, text) =>
    /^(?: and | & |, )$/.test(gap) && FIRM.test(text.slice(right.start, right.end)),
  (left, _, gap, text) =>
    gap === ' and ' && CORNER.test(text.slice(Math.max(0, left.start - 20), left.start)),
  (left, right, gap, text) =>
    PLACE.has(left.class) &&
    /^(?:location|room)$/.test(right.class) &&
    joinsPlaces(left, right, gap, text),
];

/** The two findings are parts of one name, address, firm or number. */
function joins(text: string, left: Finding, right: Finding): boolean {
  const gap = text.slice(left.end, right.start);
  return gap.length <= LONGEST_GAP && WAYS.some((way) => way(left, right, gap, text));
}

function united(left: Finding, right: Finding, base: Finding): Finding {
  const role = left.role ?? right.role;
  return {
    ...base,
    start: Math.min(left.start, right.start),
    end: Math.max(left.end, right.end),
    ...(role ? { role } : {}),
    sure: left.sure || right.sure,
  };
}

const lengthOf = ({ start, end }: Finding) => end - start;

/** Two findings as one where they overlap or belong together, else null. */
function merged(text: string, left: Finding, right: Finding): Finding | null {
  if (right.start < left.end) {
    return united(left, right, lengthOf(right) > lengthOf(left) ? right : left);
  }
  if (!joins(text, left, right)) return null;
  return united(left, right, NUMBER.has(right.class) ? right : left);
}

/** A zip code after a place belongs to it: "Nashua, 02740". */
function asZip(text: string, before: Finding | undefined, finding: Finding): Finding {
  const run = text.slice(finding.start, finding.end);
  if (finding.class !== 'other_id' || !/^\d{5}(?:-\d{4})?$/.test(run)) return finding;
  const gap = text.slice(before?.end ?? 0, finding.start);
  const placed = before?.class === 'location' && gap.length < LONGEST_GAP && ADDRESS.test(gap);
  return placed || /\b[A-Z]{2} $/.test(gap.slice(-4)) ? { ...finding, class: 'location' } : finding;
}

/** Takes in what tells the place apart though it is no name. */
function widened(text: string, finding: Finding): Finding {
  if (!PLACE.has(finding.class)) return finding;
  const before = text.slice(Math.max(0, finding.start - 40), finding.start);
  const shop =
    finding.class === 'location' ? SHOP_IN.exec(before)?.[0].replace(/^\S+ /, '') : undefined;
  const lead = shop ?? PART_OF.exec(before)?.[0] ?? '';
  const tail = BY_LANDMARK.exec(text.slice(finding.end, finding.end + 40))?.[0] ?? '';
  return { ...finding, start: finding.start - lead.length, end: finding.end + tail.length };
}

/** Sorts findings, merges what overlaps and what belongs together as one name, place or address. */
export function joinFindings(text: string, found: readonly Finding[]): Finding[] {
  const sorted = [...found].sort((a, b) => a.start - b.start || b.end - a.end);
  const joined: Finding[] = [];
  for (const own of sorted) {
    const last = joined.at(-1);
    const finding = widened(text, asZip(text, last, own));
    const one = last ? merged(text, last, finding) : null;
    if (one) joined[joined.length - 1] = one;
    else joined.push(finding);
  }
  return joined;
}
