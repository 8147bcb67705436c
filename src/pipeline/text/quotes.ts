import type { Span } from './span.ts';

const DOUBLE = /["“”„«»]/g;
const SINGLE =
  /(?<=^|[\s([,:;])['‘](?=\S)[^'‘’\n]{1,200}(?:['’](?=\p{L})[^'‘’\n]{1,200}){0,6}['’](?=[\s).,;:!?\]]|$)/gu;
const LONGEST = 600;

/** Stretches of quoted speech, marks included; an unclosed or overlong quote is none. */
export function quotes(text: string): Span[] {
  const found: Span[] = [];
  let open = -1;
  for (const { index } of text.matchAll(DOUBLE)) {
    if (open >= 0 && index - open <= LONGEST) {
      found.push({ start: open, end: index + 1 });
      open = -1;
    } else open = index;
  }
  for (const { 0: raw, index } of text.matchAll(SINGLE)) {
    const span = { start: index, end: index + raw.length };
    if (!found.some((other) => span.start < other.end && other.start < span.end)) found.push(span);
  }
  return found.sort((a, b) => a.start - b.start);
}
