import type { Range } from './wording.ts';
import type { Word } from './words.ts';

/** Whose act or state a hit tells of, by the nearest subject before it in the sentence. */
export type Whose = 'therapist' | 'professional' | 'someone' | 'nobody-named';

const FIRST = /^(?:i|we)$/;
const OWN = /^(?:i|we|me|my|our|us|myself)$/;
const OTHERS =
  /^(?:he|she|they|who|client|patient|pt|ct|cl|husband|wife|partner|boyfriend|girlfriend|mother|father|mum|dad|brother|sister|friend|son|daughter|ex)$/;
const FURTHEST = 12;

/** Tells who does what the hit says; the writing therapist speaks outside quotation marks. */
export function whose(
  hit: Range,
  words: readonly Word[],
  professionals: ReadonlySet<string>,
): Whose {
  const inside = words.slice(hit.from, hit.to);
  if (inside.some(({ lower }) => professionals.has(lower)) && !namesSubject(inside))
    return 'professional';
  const { sentence } = words[hit.from] as Word;
  for (let at = hit.from; at >= Math.max(0, hit.from - FURTHEST); at -= 1) {
    if (words[at]?.sentence !== sentence) break;
    const who = subjectAt(words, at, professionals);
    if (who) return who;
  }
  return 'nobody-named';
}

function subjectAt(
  words: readonly Word[],
  at: number,
  professionals: ReadonlySet<string>,
): Whose | null {
  const { lower, quoted } = words[at] as Word;
  if (professionals.has(lower)) return 'professional';
  if (FIRST.test(lower) && !quoted) return 'therapist';
  return OTHERS.test(lower) && !isOwned(words, at) ? 'someone' : null;
}

function namesSubject(words: readonly Word[]): boolean {
  return words.some(({ lower, quoted }) => FIRST.test(lower) && !quoted);
}

/** 'my patient' after a verb is whom it was done to, not who did it. */
function isOwned(words: readonly Word[], at: number): boolean {
  return /^(?:my|a|the)$/.test(words[at - 1]?.lower ?? '') && at > 1 && !words[at]?.cut;
}

/** True when the hit itself speaks of the therapist who writes: 'lent me', 'my house'. */
export function namesTherapist(hit: Range, words: readonly Word[]): boolean {
  return words.slice(hit.from, hit.to).some((word) => OWN.test(word.lower) && !word.quoted);
}

/**
 * True when the therapist says it of themselves: only words of being, feeling and wanting stand between
 * 'I' and the hit ('I have been thinking of ending my life', not 'I asked about suicidal thoughts').
 *
 * @param plain base forms of those words
 */
export function isFirstPerson(
  hit: Range,
  words: readonly Word[],
  plain: ReadonlySet<string>,
): boolean {
  const { sentence } = words[hit.from] as Word;
  for (let at = hit.from; at >= Math.max(0, hit.from - CLOSE); at -= 1) {
    const word = words[at];
    if (word?.sentence !== sentence || word.quoted) return false;
    if (word.lower === 'i') return true;
    if (at < hit.from && !plain.has(word.stem)) return false;
  }
  return false;
}

const CLOSE = 6;
