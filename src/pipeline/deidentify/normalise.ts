import { allMatches } from './all-matches.ts';
/** Text made plain for searching, with the place of every character in the text it came from. */
export interface Plain {
  readonly text: string;
  /** Offset in the raw text of each code unit of `text`, and of its end. */
  readonly rawOf: (offset: number) => number;
}

const UNUSUAL = /[^\n\r\t -~]|&(?:amp|lt|gt|quot|#39|nbsp);|[*_~`]/;
const PIECE = /&(?:amp|lt|gt|quot|#39|nbsp);|[^\n\r\t -~]\p{M}{0,8}|[a-zA-Z]\p{M}{1,8}|[*_~`]/gu;
const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': ' ',
};
const INVISIBLE = /^(?:\p{Cf}|\u{FE0F}|\u{FE0E})$/u;
const PLAIN: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '‛': "'",
  ʼ: "'",
  ʻ: "'",
  '`': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '−': '-',
  '…': '.',
};
const LETTER = /[\p{L}\p{N}]/u;

/** Emphasis marks (`*`, `_`, `~`, backtick) fall away at the edge of a word, not inside one. */
function mark(raw: string, at: number, character: string): string {
  const inside = LETTER.test(raw[at - 1] ?? '') && LETTER.test(raw[at + 1] ?? '');
  return inside ? character : ' ';
}

function plain(piece: string, raw: string, at: number): string {
  if (piece.length === 1 && '*_~`'.includes(piece)) {
    return piece === '`' ? ' ' : mark(raw, at, piece);
  }
  const known = ENTITIES[piece] ?? PLAIN[piece];
  if (known !== undefined) return known;
  if (INVISIBLE.test(piece)) return '';
  return piece.normalize('NFKC');
}

/**
 * Makes text plain for the recognizers: entities decoded, compatibility forms composed, invisible
 * characters and emphasis marks out, straight quotes and hyphens. Linear in the length of `raw`.
 */
export function normalise(raw: string): Plain {
  if (!UNUSUAL.test(raw)) return { text: raw, rawOf: (offset) => offset };
  const offsets: number[] = [];
  let text = '';
  let from = 0;
  const copy = (upTo: number) => {
    for (let at = from; at < upTo; at++) offsets.push(at);
    text += raw.slice(from, upTo);
  };
  for (const match of allMatches(raw, PIECE)) {
    copy(match.index);
    const out = plain(match[0], raw, match.index);
    for (let unit = 0; unit < out.length; unit++) offsets.push(match.index);
    text += out;
    from = match.index + match[0].length;
  }
  copy(raw.length);
  return { text, rawOf: (offset) => offsets[offset] ?? raw.length };
}
