import type { Span } from './span.ts';

/** Where a sentence may end: stop marks with closing quotes and brackets, or a line break. */
const END = /[.!?…]{1,12}["'”’)\]]{0,3}(?=\s|$)|\n+/gu;
const NO_END =
  /(?:^|[\s(])(?:mr|mrs|ms|dr|prof|st|vs|approx|incl|esp|etc|eg|e\.g|ie|i\.e|cf|no|sess|appt|min|mins|hr|hrs|yr|yrs|wk|wks|mth|mths|b|c|ca|[a-z])\.$/i;
const LOOK_BACK = 12;

/** True when the full stop that ends at `end` belongs to an abbreviation and the text runs on in lower case. */
function abbreviates(text: string, end: number): boolean {
  const next = /^\s{0,3}(\S)/u.exec(text.slice(end, end + 4))?.[1] ?? '';
  if (next === '' || next === next.toUpperCase()) return false;
  return NO_END.test(text.slice(Math.max(0, end - LOOK_BACK), end));
}

function trimmed(text: string, start: number, end: number): Span | null {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(text.charAt(from))) from++;
  while (to > from && /\s/.test(text.charAt(to - 1))) to--;
  return to > from ? { start: from, end: to } : null;
}

/** Sentences of a text in order, without surrounding space; list lines count as sentences. */
export function sentences(text: string): Span[] {
  const found: Span[] = [];
  let start = 0;
  const close = (end: number) => {
    const span = trimmed(text, start, end);
    if (span !== null) found.push(span);
    start = end;
  };
  for (const { 0: mark, index } of text.matchAll(END)) {
    const end = index + mark.length;
    if (mark.startsWith('\n') || !abbreviates(text, end)) close(end);
  }
  close(text.length);
  return found;
}
