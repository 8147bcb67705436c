import { type Actor, actorsOf } from '../text/actors.ts';
import { type Clause, clauses } from '../text/clauses.ts';
import type { PhraseHit } from '../text/phrases.ts';
import type { Span } from '../text/span.ts';
import { stem } from '../text/stem.ts';
import { type Token, tokens } from '../text/tokens.ts';

/** What the reader sees of one sentence. */
export interface SentenceFeatures extends Span {
  /** Counted features; names start with a mark for their kind. */
  readonly counts: ReadonlyMap<string, number>;
}

/** Finds the listed concepts among tokens. */
export type FindConcepts = (tokens: readonly Token[]) => readonly PhraseHit[];

const CODE: Readonly<Record<Actor, string>> = {
  therapist: 'T',
  client: 'C',
  both: 'B',
  other: 'O',
  none: '-',
};
const ACTS_WITHIN = 8;
const MOST_SENTENCES = 800;

const add = (out: Map<string, number>, name: string) => out.set(name, (out.get(name) ?? 0) + 1);

/** Tokens of each clause, in one walk over both. */
function shareOut(parts: readonly Clause[], all: readonly Token[]): Token[][] {
  let at = 0;
  return parts.map((part) => {
    const own: Token[] = [];
    for (let token = all[at]; token !== undefined && token.start < part.end; token = all[++at])
      own.push(token);
    return own;
  });
}

function addActs(out: Map<string, number>, actor: string, own: readonly Token[]): void {
  if (actor === '-') return;
  const words = own.filter(({ kind }) => kind === 'word').slice(0, ACTS_WITHIN);
  for (const { text } of words) add(out, `a:${actor} ${stem(text)}`);
}

function addConcepts(
  out: Map<string, number>,
  code: string,
  own: readonly Token[],
  find: FindConcepts,
): void {
  for (const name of new Set(find(own).map((hit) => hit.name))) {
    add(out, `C:${name}`);
    if (code !== '-') add(out, `A:${code} ${name}`);
  }
}

function addStems(out: Map<string, number>, words: readonly string[]): void {
  const stems = words.map(stem);
  stems.forEach((own, at) => {
    add(out, `s:${own}`);
    const next = stems[at + 1];
    if (next !== undefined) add(out, `2:${own} ${next}`);
  });
}

/** A clause with its tokens and who acts in it. */
interface Part {
  readonly clause: Clause;
  readonly own: readonly Token[];
  readonly code: string;
}

function partsOf(text: string): Part[] {
  const cut = clauses(text);
  const own = shareOut(cut, tokens(text));
  const index = new Map(cut.map((clause, at) => [clause, at]));
  const actors = actorsOf(cut, (clause) => own[index.get(clause) ?? -1] ?? []);
  return cut.map((clause, at) => ({
    clause,
    own: own[at] ?? [],
    code: `${clause.quoted ? 'Q' : ''}${CODE[actors[at] ?? 'none']}`,
  }));
}

function featuresOf(parts: readonly Part[], find: FindConcepts): SentenceFeatures {
  const counts = new Map<string, number>();
  const words = parts.flatMap(({ own }) => own).filter(({ kind }) => kind !== 'mark');
  addStems(
    counts,
    words.map(({ text }) => text),
  );
  for (const { own, code } of parts) {
    addActs(counts, code, own);
    addConcepts(counts, code, own, find);
  }
  return { start: parts[0]?.clause.start ?? 0, end: parts.at(-1)?.clause.end ?? 0, counts };
}

/** Puts neighbouring sentences together when a text has more of them than anybody writes. */
function gathered(sentences: readonly Part[][]): readonly Part[][] {
  const each = Math.ceil(sentences.length / MOST_SENTENCES);
  if (each <= 1) return sentences;
  return Array.from({ length: Math.ceil(sentences.length / each) }, (_, at) =>
    sentences.slice(at * each, (at + 1) * each).flat(),
  );
}

/**
 * Features of every sentence of a text, counted: stems (`s:`) and pairs of them (`2:`), what an actor
 * does (`a:`), concepts (`C:`) and concepts by actor (`A:`).
 */
export function sentenceFeatures(text: string, find: FindConcepts): SentenceFeatures[] {
  const sentences: Part[][] = [];
  for (const part of partsOf(text)) {
    const own = sentences[part.clause.sentence];
    if (own === undefined) sentences[part.clause.sentence] = [part];
    else own.push(part);
  }
  return gathered(sentences.filter((parts) => parts !== undefined))
    .map((parts) => featuresOf(parts, find))
    .filter(({ counts }) => counts.size > 0);
}
