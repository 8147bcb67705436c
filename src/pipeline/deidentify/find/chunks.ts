/** A run of text without spaces, brackets, quotes and commas, its closing punctuation cut off. */
export interface Chunk {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const RUN = /[^\s,;()<>"|[\]{}]+/g;
const CLOSING = ".!?:'*~_";

/** Runs of text that hold one of the characters, in order. */
export function chunksWith(text: string, characters: RegExp): Chunk[] {
  const chunks: Chunk[] = [];
  for (const { index, 0: run } of text.matchAll(RUN)) {
    if (run.length < 3 || !characters.test(run)) continue;
    let length = run.length;
    while (length > 0 && CLOSING.includes(run[length - 1] ?? '')) length--;
    let skip = 0;
    while (skip < length && "'*~".includes(run[skip] ?? '')) skip++;
    if (length - skip < 3) continue;
    chunks.push({ start: index + skip, end: index + length, text: run.slice(skip, length) });
  }
  return chunks;
}
