/** A run of text without spaces, brackets, quotes and commas, its closing punctuation cut off. */
export interface Chunk {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Signs that make a run more than a plain word. */
const TELLING = /[\d.@_/:]/;
const TELLS = /[\d.@_/:]/g;
/** Ends a run. */
const BREAKS = /[\s,;()<>"|[\]{}]/;
const SHORTEST = 3;
const LEADING = "'*~";
const CLOSING = ".!?:'*~_";

const isOneOf = (signs: string, character: string | undefined) =>
  character !== undefined && signs.includes(character);

/** Cuts marks off both ends; returns how many went in front and what is left. */
function trim(run: string): { skip: number; own: string } {
  let skip = 0;
  let end = run.length;
  while (isOneOf(LEADING, run[skip])) skip++;
  while (end > skip && isOneOf(CLOSING, run[end - 1])) end--;
  return { skip, own: run.slice(skip, end) };
}

/** 1 for the characters of ASCII that end a run. */
const ENDS = Uint8Array.from({ length: 128 }, (_, code) =>
  BREAKS.test(String.fromCharCode(code)) ? 1 : 0,
);

function isBreak(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 128 ? ENDS[code] === 1 : BREAKS.test(text.charAt(at));
}

/** Runs of text that hold a digit or one of . @ _ / : inside, in order. */
export function readChunks(text: string): Chunk[] {
  const chunks: Chunk[] = [];
  let from = 0;
  for (;;) {
    TELLS.lastIndex = from;
    const sign = TELLS.exec(text);
    if (sign === null) return chunks;
    let start = sign.index;
    while (start > from && !isBreak(text, start - 1)) start--;
    let end = sign.index + 1;
    while (end < text.length && !isBreak(text, end)) end++;
    const chunk = chunkOf(text, start, end);
    if (chunk !== null) chunks.push(chunk);
    from = end;
  }
}

/** A run without the marks at its ends, or null when nothing is left that tells. */
function chunkOf(text: string, start: number, end: number): Chunk | null {
  const { skip, own } = trim(text.slice(start, end));
  if (own.length < SHORTEST || !TELLING.test(own)) return null;
  return { start: start + skip, end: start + skip + own.length, text: own };
}
