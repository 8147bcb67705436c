/** A run of text without spaces, brackets, quotes and commas, its closing punctuation cut off. */
export interface Chunk {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Signs that make a run more than a plain word. */
const TELLING = /[\d.@_/:]/;
const RUN = /[^\s,;()<>"|[\]{}]{3,}/g;
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

/** Runs of text that hold a digit or one of . @ _ / : inside, in order. */
export function readChunks(text: string): Chunk[] {
  const chunks: Chunk[] = [];
  for (const { index, 0: run } of text.matchAll(RUN)) {
    if (!TELLING.test(run)) continue;
    const { skip, own } = trim(run);
    if (own.length < 3 || !TELLING.test(own)) continue;
    chunks.push({ start: index + skip, end: index + skip + own.length, text: own });
  }
  return chunks;
}
