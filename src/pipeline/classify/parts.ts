import { type Actor, actorsOf } from '../text/actors.ts';
import { type Clause, clauses } from '../text/clauses.ts';
import type { Stretch } from '../text/stretch.ts';
import type { Token } from '../text/tokens.ts';

/** A clause with its tokens and who acts in it. */
export interface Part extends Stretch {
  readonly clause: Clause;
  readonly actor: Actor;
}

const MOST_SENTENCES = 800;

/** Tokens of each clause, in one walk over both. */
function shareOut(cut: readonly Clause[], tokens: readonly Token[]): Stretch[] {
  let to = 0;
  return cut.map(({ end }) => {
    const from = to;
    while (to < tokens.length && (tokens[to] as Token).start < end) to += 1;
    return { tokens, from, to };
  });
}

/** Puts neighbouring sentences together when a text has more of them than anybody writes. */
function gathered(sentences: readonly Part[][]): readonly Part[][] {
  const each = Math.ceil(sentences.length / MOST_SENTENCES);
  if (each <= 1) return sentences;
  return Array.from({ length: Math.ceil(sentences.length / each) }, (_, at) =>
    sentences.slice(at * each, (at + 1) * each).flat(),
  );
}

/** Cuts a text into clauses, sentence by sentence, and says who acts in each. */
export function partsOf(text: string, tokens: readonly Token[]): readonly (readonly Part[])[] {
  const cut = clauses(text);
  const stretches = shareOut(cut, tokens);
  const actors = actorsOf(cut, stretches);
  const sentences: Part[][] = [];
  let last = -1;
  stretches.forEach((stretch, nth) => {
    const clause = cut[nth] as Clause;
    const part = { ...stretch, clause, actor: actors[nth] ?? 'none' };
    if (clause.sentence === last) sentences.at(-1)?.push(part);
    else sentences.push([part]);
    last = clause.sentence;
  });
  return gathered(sentences);
}
