import type { SafeText } from '../message.ts';
import { sentences } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';
import type { Cut } from './check-evidence.ts';

/** What a model is shown of a case is at least this long, in characters; a usual case is told in 1,200. */
const LEAST = 1300;
const MOST = 12_000;
/** Follow-ups may add this share to the longest single message. */
const SHARE = 1.08;

interface Piece extends Span {
  readonly turn: number;
  /** Lower comes first when room is short. */
  readonly rank: number;
}

/** How much of a case is shown; depends on its longest message only, so that it does not grow with the thread. */
function room(turns: readonly SafeText[]): number {
  const longest = Math.max(0, ...turns.map((turn) => turn.length));
  return Math.min(MOST, Math.max(LEAST, Math.round(longest * SHARE)));
}

/**
 * What is told matters in this order: the newest message, the words that standing claims rest on, how
 * the case was opened, then the other messages from the latest back.
 */
function rankOf(
  turn: number,
  sentence: number,
  words: string,
  turns: number,
  standing: readonly string[],
): number {
  if (turn === turns - 1) return 0;
  if (standing.some((evidence) => words.includes(evidence) || evidence.includes(words))) return 1;
  if (turn === 0) return sentence < 2 ? 2 : 3 + turns;
  return 2 + (turns - turn);
}

function pieces(turns: readonly SafeText[], standing: readonly string[]): Piece[] {
  return turns.flatMap((text, turn) =>
    sentences(text).map(({ start, end }, at) => {
      const rank = rankOf(turn, at, text.slice(start, end), turns.length, standing);
      return { start, end, turn, rank };
    }),
  );
}

/** Sentences by rank, each in the order it was told, until the room is used up. */
function chosen(all: readonly Piece[], most: number): Piece[] {
  const byRank = [...all].sort((a, b) => a.rank - b.rank);
  let left = most;
  return byRank.filter(({ start, end }) => {
    const fits = end - start <= left;
    if (fits) left -= end - start + 1;
    return fits;
  });
}

/** Neighbouring sentences of one turn as one stretch, so that they keep the space between them. */
function stretches(picked: readonly Piece[], all: readonly Piece[]): (Span & { turn: number })[] {
  const kept = new Set(picked);
  const found: (Span & { turn: number })[] = [];
  let open = false;
  for (const piece of all) {
    const last = found.at(-1);
    if (!kept.has(piece)) open = false;
    else if (open && last !== undefined && last.turn === piece.turn) {
      found[found.length - 1] = { ...last, end: piece.end };
    } else {
      found.push({ turn: piece.turn, start: piece.start, end: piece.end });
      open = true;
    }
  }
  return found;
}

/**
 * The account as a model is shown it: a rolling summary cut from the clinician's own de-identified
 * words, whole while it is short and of fixed size however long the thread grows. Nothing is
 * rephrased, so that whatever a model quotes can be found again.
 *
 * @param standing evidence of the claims that are to be judged
 */
export function abridge(
  turns: readonly SafeText[],
  standing: readonly string[],
  cut: Cut,
): readonly SafeText[] {
  const most = room(turns);
  const total = turns.reduce((sum, turn) => sum + turn.length, 0);
  if (total <= most) return turns;
  const all = pieces(turns, standing);
  return stretches(chosen(all, most), all).flatMap(({ turn, start, end }) => {
    const text = turns[turn];
    return text === undefined ? [] : [cut(text, { start, end })];
  });
}
