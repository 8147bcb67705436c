import type { KnownBlock } from '@slack/types';
import { LIMITS } from '../limits.ts';
import { section } from './blocks.ts';
import { literal } from './literal.ts';
import { lines } from './markup.ts';
import { pieces } from './pieces.ts';

/** Letters of a text that fit into one section when each of them may need an escape. */
const PIECE = Math.floor(LIMITS.sectionText / 5);

/** A de-identified text as it is stored, letter by letter and line by line, in as many sections as it needs. */
export function storedText(id: string, text: string): KnownBlock[] {
  const shown = pieces(text, PIECE * 4).flatMap((piece) => {
    const markup = lines(piece.split('\n').map(literal));
    return markup.length <= LIMITS.sectionText
      ? [markup]
      : pieces(piece, PIECE).map((small) => lines(small.split('\n').map(literal)));
  });
  return shown
    .filter((markup) => markup !== '')
    .map((markup, index) => section(`${id}-${index}`, markup));
}
