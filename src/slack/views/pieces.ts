const BREAKS = [/\n/g, /[.!?]["'”’)\]]{0,2}(?=\s)/g, /\s/g];

/** Index behind the last match within the second half of `text`, or 0. */
function lastBreak(text: string, pattern: RegExp): number {
  let end = 0;
  for (const match of text.matchAll(pattern)) end = match.index + match[0].length;
  return end >= text.length / 2 ? end : 0;
}

/** Where to cut a text that is too long: behind a line, a sentence or a word, never in a pair. */
function cutAt(text: string, max: number): number {
  const head = text.slice(0, max);
  for (const pattern of BREAKS) {
    const end = lastBreak(head, pattern);
    if (end > 0) return end;
  }
  return /[\ud800-\udbff]$/.test(head) ? max - 1 : max;
}

/** A text in pieces of at most `max` UTF-16 code units; white space at the cuts is left out. */
export function pieces(text: string, max: number): string[] {
  const all: string[] = [];
  let rest = text.trim();
  while (rest.length > max) {
    const at = cutAt(rest, max);
    all.push(rest.slice(0, at).trimEnd());
    rest = rest.slice(at).trimStart();
  }
  return [...all, rest].filter((piece) => piece !== '');
}
