import type { Clause } from './clauses.ts';
import type { Stretch } from './stretch.ts';

/** Who does what a clause tells: the therapist who writes, the client, both, someone else, or nobody named. */
export type Actor = 'therapist' | 'client' | 'both' | 'other' | 'none';

const PRONOUNS: ReadonlyMap<string, Actor> = new Map([
  ...['i', "i'm", "i've", "i'd", "i'll", 'me', 'myself'].map((w) => [w, 'therapist'] as const),
  ...['we', "we're", "we've", "we'd", "we'll"].map((w) => [w, 'both'] as const),
  ...['she', 'he', "she's", "he's", "she'd", "he'd", "she'll", "he'll"].map(
    (w) => [w, 'client'] as const,
  ),
]);

const CLIENTS =
  "client clients client's couple girl boy lad bloke chap woman man lady gentleman student teenager teen kid mum-to-be analysand [client] [name]";
const OTHERS =
  'husband wife partner boyfriend girlfriend ex mother mum mom father dad parents sister brother son daughter aunt uncle gran nan grandmother grandfather boss manager colleague colleagues supervisor friend friends neighbour neighbor teacher gp psychiatrist doctor nurse social-worker solicitor flatmate housemate cousin niece nephew stepfather stepmother team family school court insurer landlord [mother] [father] [partner] [friend] [sibling] [colleague] [child] [relative]';
const NOUNS: ReadonlyMap<string, Actor> = new Map([
  ...OTHERS.split(' ').map((word) => [word, 'other'] as const),
  ...CLIENTS.split(' ').map((word) => [word, 'client'] as const),
]);
const POSSESSIVE = new Set(['my', 'her', 'his', 'their', 'the', 'our', 'a']);
const LOOK = 7;

/** Whom a word names, given the one before it. */
function named(word: string, before: string): Actor | null {
  const pronoun = PRONOUNS.get(word);
  if (pronoun !== undefined) return pronoun;
  const noun = NOUNS.get(word.endsWith("'s") ? word.slice(0, -2) : word);
  if (noun === 'client' || (noun === 'other' && POSSESSIVE.has(before))) return noun;
  return word === 'they' || word === "they're" ? 'client' : null;
}

const speaking = (actor: Actor): Actor => {
  if (actor === 'therapist') return 'client';
  return actor === 'client' ? 'other' : actor;
};

/** The first word of a stretch that names somebody, and whom. */
function firstNamed({ tokens, from, to }: Stretch): { word: string; actor: Actor } | null {
  let before = 'the';
  for (let at = from; at < to && at < from + LOOK; at += 1) {
    const word = tokens[at]?.text ?? '';
    const actor = named(word, before);
    if (actor !== null) return { word, actor };
    before = word;
  }
  return null;
}

/** Reads clause after clause and remembers for whom 'she' or 'he' stands. */
function createStep(): (clause: Clause, stretch: Stretch) => Actor {
  let stands: Actor = 'client';
  let sentence = -1;
  return ({ sentence: now, quoted }, stretch) => {
    if (now > sentence + 1) stands = 'client';
    const found = firstNamed(stretch);
    if (found === null) return 'none';
    const { word, actor } = found;
    if (quoted) return speaking(actor);
    if (stands === 'other' && actor === 'client' && PRONOUNS.has(word)) return 'other';
    stands = actor;
    sentence = now;
    return actor;
  };
}

/**
 * Names the actor of each clause from its first person word. A pronoun after someone else was named
 * stands for that person until the client or the therapist is named; inside quotes 'I' is the client.
 *
 * @param stretches the tokens of each clause
 */
export function actorsOf(clauses: readonly Clause[], stretches: readonly Stretch[]): Actor[] {
  const step = createStep();
  return stretches.map((stretch, nth) => step(clauses[nth] as Clause, stretch));
}
