/** A text made comparable, with the way back to the letters it came from. */
export interface FoldedText {
  readonly text: string;
  /** For each UTF-16 unit of `text` the offset in the original where its source begins. */
  readonly from: readonly number[];
  /** … and where it ends. */
  readonly to: readonly number[];
}

/** A letter with its combining marks, or one of the entities that Slack writes for `&`, `<` and `>`. */
const PIECE = /&(?:amp|lt|gt);|\P{M}\p{M}{0,8}|\p{M}/gsu;
const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };
const NOTHING = /^(?:\p{Cf}|\u034F)$/u;
const SPACE = /^\s$/;
const MARK = /["“”„‟«»‹›'‘’‚‛ʼ`´]/g;
const DASH = /[‐‑‒–—―−]/g;

function folded(piece: string): string {
  if (NOTHING.test(piece)) return '';
  const known = ENTITIES[piece] ?? piece;
  return known.normalize('NFKC').toLowerCase().replace(MARK, "'").replace(DASH, '-');
}

/**
 * Folds away what copying changes and meaning does not depend on: Unicode forms, case, kinds of
 * quotation marks and dashes, invisible characters, entities, and runs of white space.
 */
export function foldText(original: string): FoldedText {
  let text = '';
  const from: number[] = [];
  const to: number[] = [];
  const add = (units: string, start: number, end: number) => {
    text += units;
    for (let at = 0; at < units.length; at++) {
      from.push(start);
      to.push(end);
    }
  };
  for (const { 0: piece, index } of original.matchAll(PIECE)) {
    const units = folded(piece);
    if (!SPACE.test(units)) add(units, index, index + piece.length);
    else if (!text.endsWith(' ')) add(' ', index, index + piece.length);
  }
  return { text, from, to };
}
