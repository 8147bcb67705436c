const SENTENCE_END = /[.!?…]["'”’)\]]{0,2}(?=\s)/g;
const ELLIPSIS = '…';

/** Index behind the last whole sentence within `text`, or 0. */
function lastSentenceEnd(text: string): number {
  let end = 0;
  for (const match of `${text} `.matchAll(SENTENCE_END)) {
    const behind = match.index + match[0].length;
    if (behind <= text.length) end = behind;
  }
  return end;
}

/** `text` without a half surrogate pair, half entity or half word at its end. */
function trimEnd(text: string): string {
  const whole = text.replace(/[\ud800-\udbff]$/, '').replace(/&\w{0,4}$/, '');
  const space = whole.lastIndexOf(' ');
  return space > whole.length / 2 ? whole.slice(0, space) : whole;
}

/**
 * At most `max` UTF-16 code units of `text`: cut behind a whole sentence when that keeps at least
 * half of what fits, else between words with an ellipsis. Never cuts an entity such as `&amp;` or a
 * surrogate pair in two.
 */
export function clamp(text: string, max: number): string {
  if (text.length <= max) return text;
  const head = text.slice(0, max);
  const end = lastSentenceEnd(head);
  if (end >= max / 2) return head.slice(0, end);
  return `${trimEnd(text.slice(0, Math.max(0, max - ELLIPSIS.length)))}${ELLIPSIS}`;
}
