import type { Finding } from './finding.ts';

const NUMBER = new Set(['healthplan', 'account', 'mrn', 'other_id', 'ssn', 'license']);
const PLACE = new Set(['location', 'org', 'room']);
/** A branch of a shop or a spot by a road: "Market Basket on Route 3". */
const ON_ROAD = /^'? (?:on|off|at|by|near)(?: the)? $/;
const ROAD =
  /\b(?:street|st|avenue|ave|road|rd|lane|ln|drive|dr|route|rte|highway|hwy|boulevard|blvd|square|sq|way|parkway|pike|court|ct|terrace|place|row)\b/i;
const ADDRESS = /^,? (?:[A-Z]{2},? |[A-Z][a-z]+,? )?$/;
/** A number that belongs to the plan or company named before it. */
const PLAN =
  /^ ?(?:plan|policy|member|id|no\.?|number|acct|account|card)? ?(?:id|no\.?|number)? ?#? ?:? ?$/i;
/** Part of a place in front of its name. */
const PART_OF =
  /(?:parking lot|car park|lobby|entrance|back|front|steps|corner|waiting room|cafeteria|chapel|car ?park|playground|lot) (?:of|at|behind|outside|by|near)(?: the)? $/i;
/** A small-letter landmark after a place: "Citgo by the rotary". */
const BY_LANDMARK =
  /^ (?:by|near|behind|opposite|across from|next to) the (?:rotary|roundabout|bridge|river|lake|station|park|school|church|highway|exit|mall|library|beach|harbou?r|airport|hospital|courthouse)\b/i;

function joins(text: string, left: Finding, right: Finding): boolean {
  const gap = text.slice(left.end, right.start);
  if (gap.length > 24) return false;
  if (left.class === 'name' && right.class === 'name') return gap === ' ' && !right.role;
  if (PLACE.has(left.class) && right.class === 'location') {
    if (ADDRESS.test(gap)) return left.class === 'location';
    return ON_ROAD.test(gap) && ROAD.test(text.slice(right.start, right.end));
  }
  if (left.class === 'location' && right.class === 'room') return /^,? $/.test(gap);
  const plan = left.class === 'org' && NUMBER.has(right.class);
  return plan && PLAN.test(gap);
}

function merged(left: Finding, right: Finding): Finding {
  const role = left.role ?? right.role;
  return {
    start: left.start,
    end: Math.max(left.end, right.end),
    class: NUMBER.has(right.class) ? right.class : left.class,
    ...(role ? { role } : {}),
    sure: left.sure || right.sure,
  };
}

/** A zip code after a place belongs to it: "Nashua, 02740". */
function asZip(text: string, before: Finding | undefined, finding: Finding): Finding {
  if (
    finding.class !== 'other_id' ||
    !/^\d{5}(?:-\d{4})?$/.test(text.slice(finding.start, finding.end))
  ) {
    return finding;
  }
  const gap = text.slice(before?.end ?? 0, finding.start);
  const placed = before?.class === 'location' && ADDRESS.test(gap);
  return placed || /\b[A-Z]{2} $/.test(gap) ? { ...finding, class: 'location' } : finding;
}

function widened(text: string, finding: Finding): Finding {
  if (!PLACE.has(finding.class)) return finding;
  const lead = PART_OF.exec(text.slice(Math.max(0, finding.start - 32), finding.start));
  const tail = BY_LANDMARK.exec(text.slice(finding.end, finding.end + 40));
  if (!lead && !tail) return finding;
  const start = finding.start - (lead?.[0].length ?? 0);
  return { ...finding, start, end: finding.end + (tail?.[0].length ?? 0) };
}

/** Sorts findings, merges what overlaps and what belongs together as one name, place or address. */
export function joinFindings(text: string, found: readonly Finding[]): Finding[] {
  const sorted = [...found].sort((a, b) => a.start - b.start || b.end - a.end);
  const joined: Finding[] = [];
  for (const own of sorted) {
    const last = joined.at(-1);
    const finding = widened(text, asZip(text, last, own));
    if (!last) joined.push(finding);
    else if (finding.start < last.end) joined[joined.length - 1] = overlapped(last, finding);
    else if (joins(text, last, finding)) joined[joined.length - 1] = merged(last, finding);
    else joined.push(finding);
  }
  return joined;
}

/** Of two that overlap the longer one gives the class. */
function overlapped(left: Finding, right: Finding): Finding {
  const base = right.end - right.start > left.end - left.start ? right : left;
  const role = left.role ?? right.role;
  const span = { start: Math.min(left.start, right.start), end: Math.max(left.end, right.end) };
  return { ...base, ...span, ...(role ? { role } : {}), sure: left.sure || right.sure };
}
