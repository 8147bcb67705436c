/** A part is looked up by so many of its first letters: as many as a window of 32 bits holds. */
export const KEY = 4;
const MARKS = 16;

/** Place of a window of four characters among the marks. */
const markOf = (window: number) => Math.imul(window, 0x9e3779b1) >>> (32 - MARKS);
const slide = (window: number, text: string, at: number) =>
  (window << 8) | (text.charCodeAt(at) & 0xff);

/** 1 where some key begins a part: most windows of a text are told from them without a look-up. */
function marksOf(keys: Iterable<string>): Uint8Array {
  const marks = new Uint8Array(1 << MARKS);
  for (const key of keys) {
    let window = 0;
    for (let at = 0; at < KEY; at += 1) window = slide(window, key, at);
    marks[markOf(window)] = 1;
  }
  return marks;
}

/**
 * Builds the finder of all given parts that stand in a text, which goes through the text once however
 * many there are.
 *
 * @param parts of four code units or more
 */
export function createPartFinder(parts: Iterable<string>): (text: string) => ReadonlySet<string> {
  const byKey = Map.groupBy(parts, (part) => part.slice(0, KEY));
  const marks = marksOf(byKey.keys());
  return (text) => {
    const found = new Set<string>();
    let window = 0;
    for (let end = 1; end <= text.length; end += 1) {
      window = slide(window, text, end - 1);
      if (end < KEY || marks[markOf(window)] === 0) continue;
      const own = byKey.get(text.slice(end - KEY, end)) ?? [];
      for (const part of own.filter((each) => text.startsWith(each, end - KEY))) found.add(part);
    }
    return found;
  };
}
