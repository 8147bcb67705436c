import type { SafetyRule } from '../../knowledge/knowledge.ts';
import type { SafetyExtra } from '../../knowledge/safety-extra.ts';
import { createFindWordings } from './find-wordings.ts';
import type { Lexicon } from './lexicon.ts';
import { compileWording, type Range } from './wording.ts';
import type { Word } from './words.ts';

/** A safety wording found in a text, before its context is judged. */
export interface Hit extends Range {
  readonly id: string;
  /** What it raises when nothing around it speaks against it. */
  readonly raises: 'open' | 'ask';
  /** Stands in safety.yml or under `always`; the other wordings, the classifier may weigh. */
  readonly sure: boolean;
}

type Raised = Omit<Hit, keyof Range>;

/** Labels whose plain phrases speak of the therapist: 'hit me', 'kissed my patient'. */
const THERAPISTS_OWN = new Set([
  'sf-violence-therapist',
  'sf-therapist-misconduct',
  'sf-impairment',
]);
const RAISED_ELSEWHERE = 'sf-identifiers';

/** A phrase as a clinician wrote it in safety.yml, in the notation of wordings. */
function asWording(phrase: string, own: boolean): string {
  const words = phrase
    .replaceAll(/[(),]/g, ' ')
    .split(/\s+/)
    .filter((word) => !/^(?:an?|the)$/.test(word));
  if (words.length === 1) return `=${words[0]?.toLowerCase()}`;
  return words
    .map((word) => word.toLowerCase())
    .map((word) => (own && /^(?:i|me|my|we)\b/.test(word) ? `@${word}` : word))
    .filter(Boolean)
    .join(' ');
}

/** Builds the search for every plain wording and stem of the safety labels; one pass over the words. */
export function createFindHits(
  rules: readonly SafetyRule[],
  extra: Pick<SafetyExtra, 'lists' | 'wordings'>,
  lexicon: Lexicon,
): (text: string, words: readonly Word[]) => Hit[] {
  const known = rules.filter(({ id }) => id !== RAISED_ELSEWHERE);
  const entry = (source: string, id: string, raises: Raised['raises'], sure: boolean) => ({
    wording: compileWording(source, extra.lists),
    for: { id, raises, sure },
  });
  const find = createFindWordings<Raised>(
    [
      ...known.flatMap(({ id, open, ask }) => [
        ...open.map((phrase) => entry(asWording(phrase, THERAPISTS_OWN.has(id)), id, 'open', true)),
        ...ask.map((phrase) => entry(asWording(phrase, THERAPISTS_OWN.has(id)), id, 'ask', true)),
      ]),
      ...extra.wordings.flatMap(({ id, always, open, ask }) => [
        ...always.map((source) => entry(source, id, 'open', true)),
        ...open.map((source) => entry(source, id, 'open', false)),
        ...ask.map((source) => entry(source, id, 'ask', false)),
      ]),
    ],
    lexicon,
  );
  const stems = known.map(({ id, stems: sources }) => ({
    id,
    pattern: new RegExp(`\\b(?:${sources.join('|') || '(?!)'})`, 'giu'),
  }));
  const anyStem = new RegExp(stems.map(({ pattern }) => pattern.source).join('|') || '(?!)', 'iu');
  const stemsIn = (text: string, words: readonly Word[]) =>
    stems.flatMap(({ id, pattern }) =>
      Array.from(text.matchAll(pattern), (match) => ({
        ...wordsWithin(words, match.index, match.index + match[0].length),
        id,
        raises: 'ask' as const,
        sure: true,
      })),
    );
  return (text, words) => [
    ...find(words).map(({ from, to, for: raised }) => ({ from, to, ...raised })),
    ...(anyStem.test(text) ? stemsIn(text, words) : []),
  ];
}

/** The words that a stretch of the text touches. */
function wordsWithin(words: readonly Word[], start: number, end: number): Range {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle] as Word).end <= start) low = middle + 1;
    else high = middle;
  }
  let to = low + 1;
  while ((words[to]?.start ?? Number.POSITIVE_INFINITY) < end) to += 1;
  return { from: low, to };
}
