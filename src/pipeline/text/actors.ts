import type { Clause } from './clauses.ts';
import type { Token } from './tokens.ts';

/** Who does what a clause tells: the therapist who writes, the client, both, someone else, or nobody named. */
export type Actor = 'therapist' | 'client' | 'both' | 'other' | 'none';

const PRONOUNS: ReadonlyMap<string, Actor> = new Map([
  ...['i', "i'm", "i've", "i'd", "i'll", 'me', 'myself'].map((w) => [w, 'therapist'] as const),
  ...['we', "we're", "we've", "we'd", "we'll"].map((w) => [w, 'both'] as const),
  ...['she', 'he', "she's", "he's", "she'd", "he'd", "she'll", "he'll"].map(
    (w) => [w, 'client'] as const,
  ),
]);

const CLIENTS = new Set(
  "client clients client's couple girl boy lad bloke chap woman man lady gentleman student teenager teen kid mum-to-be analysand [client] [name]".split(
    ' ',
  ),
);
const OTHERS = new Set(
  'husband wife partner boyfriend girlfriend ex mother mum mom father dad parents sister brother son daughter aunt uncle gran nan grandmother grandfather boss manager colleague colleagues supervisor friend friends neighbour neighbor teacher gp psychiatrist doctor nurse social-worker solicitor flatmate housemate cousin niece nephew stepfather stepmother team family school court insurer landlord [mother] [father] [partner] [friend] [sibling] [colleague] [child] [relative]'.split(
    ' ',
  ),
);
const POSSESSIVE = new Set(['my', 'her', 'his', 'their', 'the', 'our', 'a']);
const LOOK = 7;

function named(words: readonly string[], at: number): Actor | null {
  const word = words[at] ?? '';
  if (PRONOUNS.has(word)) return PRONOUNS.get(word) ?? null;
  const singular = word.replace(/'s$/, '');
  if (CLIENTS.has(singular)) return 'client';
  if (OTHERS.has(singular) && POSSESSIVE.has(words[at - 1] ?? 'the')) return 'other';
  return word === 'they' || word === "they're" ? 'client' : null;
}

const speaking = (actor: Actor): Actor => {
  if (actor === 'therapist') return 'client';
  return actor === 'client' ? 'other' : actor;
};

/** Reads clause after clause and remembers for whom 'she' or 'he' stands. */
function createStep(): (clause: Clause, words: readonly string[]) => Actor {
  let stands: Actor = 'client';
  let sentence = -1;
  return ({ sentence: now, quoted }, words) => {
    if (now > sentence + 1) stands = 'client';
    const found = words.slice(0, LOOK).findIndex((_, at) => named(words, at) !== null);
    const actor = named(words, found);
    if (actor === null) return 'none';
    if (quoted) return speaking(actor);
    if (stands === 'other' && actor === 'client' && PRONOUNS.has(words[found] ?? ''))
      return 'other';
    stands = actor;
    sentence = now;
    return actor;
  };
}

/**
 * Names the actor of each clause from its first person word. A pronoun after someone else was named
 * stands for that person until the client or the therapist is named; inside quotes 'I' is the client.
 */
export function actorsOf(
  clauses: readonly Clause[],
  tokensOf: (clause: Clause) => readonly Token[],
): Actor[] {
  const step = createStep();
  return clauses.map((clause) =>
    step(
      clause,
      tokensOf(clause).map(({ text }) => text),
    ),
  );
}
