import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadSafetyKnowledge } from '../../../src/knowledge/load-safety-knowledge.ts';
import { createFindWordings } from '../../../src/pipeline/safety/find-wordings.ts';
import { createLexicon } from '../../../src/pipeline/safety/lexicon.ts';
import {
  compileWording,
  type Range,
  type Slot,
  type Takes,
  type Wording,
} from '../../../src/pipeline/safety/wording.ts';
import { type Word, wordsOf } from '../../../src/pipeline/safety/words.ts';

const { lists, wordings, languages } = loadSafetyKnowledge();
const sources = wordings.flatMap(({ always, open, ask }) => [...always, ...open, ...ask]);
const foreign = languages.flatMap(({ open }) => Object.values(open).flat()).slice(0, 60);

/** Small words that may stand anywhere. */
const FILLERS = new Set(
  "'s 'd 'll 've a an the some just really actually simply even also so very quite now basically kinda maybe perhaps probably honestly literally only still all then kind sort of".split(
    ' ',
  ),
);

/** The plain definition: whether one word by itself fits a slot. */
function fits(takes: Takes, word: Word): boolean {
  return (
    takes.stems.has(word.stem) ||
    takes.forms.has(word.lower) ||
    (takes.own.has(word.stem) && !word.quoted) ||
    (takes.capitals.has(word.lower) && word.capitals) ||
    (takes.anyNumber && /^\d/.test(word.lower)) ||
    takes.prefixes.some((prefix) => word.lower.startsWith(prefix))
  );
}

/** How many words of a sentence, from `at` on, a slot takes; the first phrase that stands comes first. */
function taken({ takes }: Slot, words: readonly Word[], at: number): number {
  const word = words[at];
  if (!word) return 0;
  const phrase = (takes.phrases.get(word.stem) ?? []).find((stems) =>
    stems.every(
      (stem, nth) => words[at + nth]?.stem === stem && words[at + nth]?.sentence === word.sentence,
    ),
  );
  return phrase?.length ?? (fits(takes, word) ? 1 : 0);
}

/** A word of a text, and the sentence that a part has to stay in. */
interface Place {
  readonly words: readonly Word[];
  readonly sentence: number;
  readonly at: number;
  /** Words that may still be skipped, and small ones that were. */
  readonly gap: number;
  readonly fillers: number;
}

/** Where the rest of a part ends; -1 when it does not stand. */
function end(slots: readonly Slot[], place: Place): number {
  const [slot, ...rest] = slots;
  const { words, sentence, at, gap } = place;
  if (!slot) return at;
  const next = { ...place, gap: rest[0]?.gap ?? 0, fillers: 0 };
  const inside = words[at]?.sentence === sentence;
  const size = inside ? taken(slot, words, at) : 0;
  if (slot.refused) return size > 0 ? -1 : end(rest, next);
  const ends = [
    size > 0 ? end(rest, { ...next, at: at + size }) : -1,
    slot.optional ? end(rest, { ...next, gap: Math.max(gap, next.gap) }) : -1,
    inside ? skipping(slots, place) : -1,
  ];
  return ends.find((one) => one >= 0) ?? -1;
}

/** The same one word further on: small words are free, others use up the gap. */
function skipping(slots: readonly Slot[], place: Place): number {
  const { words, at, gap, fillers } = place;
  if (fillers < 3 && FILLERS.has(words[at]?.lower ?? ''))
    return end(slots, { ...place, at: at + 1, fillers: fillers + 1 });
  return gap > 0 ? end(slots, { ...place, at: at + 1, gap: gap - 1 }) : -1;
}

/** Where a part stands that begins with the word `at`. */
function partAt([first, ...rest]: readonly Slot[], words: readonly Word[], at: number): Range[] {
  const size = first ? taken(first, words, at) : 0;
  const sentence = words[at]?.sentence ?? 0;
  const place = { words, sentence, at: at + size, gap: rest[0]?.gap ?? 0, fillers: 0 };
  const to = size > 0 ? end(rest, place) : -1;
  return to < 0 ? [] : [{ from: at, to }];
}

/** Every place where a wording stands, looked for at every word. */
function plainly({ parts, across }: Wording, words: readonly Word[]): Range[] {
  const [first = [], ...others] = parts;
  return words.flatMap((word, at) => {
    if ([1, 2].every((back) => words[at - back]?.stem === word.stem)) return [];
    return partAt(first, words, at).flatMap((range) => {
      const all = others.map((other) =>
        words
          .flatMap((_, from) => partAt(other, words, from))
          .find(({ from }) => {
            const apart = Math.abs((words[from]?.sentence ?? 0) - word.sentence);
            return Math.abs(from - at) <= 25 && apart <= (across ? 1 : 0);
          }),
      );
      if (all.includes(undefined)) return [];
      const near = [range, ...all.flatMap((one) => one ?? [])];
      return [
        {
          from: Math.min(...near.map(({ from }) => from)),
          to: Math.max(...near.map(({ to }) => to)),
        },
      ];
    });
  });
}

const between = ['really', 'just', 'now', 'even', 'Monday', 'garden', 'her', 'not', ',', '"'];

/** What a slot may be filled with, as it is written in a text. */
function fillings(piece: string): string[] {
  const entries = piece.replaceAll(/[()!]/g, '').split('|');
  const words = entries.flatMap((entry) => lists[/^\{(.+)\}$/.exec(entry)?.[1] ?? ''] ?? [entry]);
  return words.map((word) =>
    word
      .replace('#n', '3')
      .replaceAll(/[=@*"]/g, '')
      .replaceAll('_', ' '),
  );
}

/** Texts in which a wording stands, or almost: with a word too many, too far, or in another sentence. */
function around(source: string): fc.Arbitrary<string> {
  const few = fc.array(fc.constantFrom(...between), { maxLength: 4 });
  const much = fc.array(fc.constantFrom(...between, 'the', 'time', '.'), { maxLength: 28 });
  const pieces = source.split(/\s+/).filter((piece) => !piece.startsWith('~'));
  const filled = pieces.map((piece) =>
    /^&&?$/.test(piece) ? much : fc.tuple(few, fc.constantFrom(...fillings(piece), '')).map(join),
  );
  return fc.tuple(...filled).map(join);
}

const join = (parts: readonly (string | readonly string[])[]) => parts.flat().join(' ');

describe('createFindWordings', () => {
  it('finds what the plain definition finds, in texts where wordings stand or almost stand', () => {
    let stood = 0;
    const cases = fc
      .subarray([...sources, ...foreign], { minLength: 1, maxLength: 6 })
      .chain((of) => fc.tuple(fc.constant(of), fc.tuple(...of.map(around)).map(join)));
    fc.assert(
      fc.property(cases, ([of, text]) => {
        const words = wordsOf(text.replaceAll(' .', '.').replaceAll(' ,', ','));
        const compiled = of.map((source) => compileWording(source, lists));
        const find = createFindWordings(
          compiled.map((wording, nth) => ({ wording, for: nth })),
          createLexicon(),
        );
        const found = find(words);
        const plain = compiled.flatMap((wording, nth) =>
          plainly(wording, words).map((range) => ({ ...range, for: nth })),
        );
        stood += plain.length;
        const sorted = (all: typeof plain) => all.map((one) => JSON.stringify(one)).sort();
        expect(sorted(found)).toEqual(sorted(plain));
      }),
      { numRuns: 600 },
    );
    expect(stood).toBeGreaterThan(600);
  });

  it.each([
    [25, 1],
    [26, 0],
  ])('of parts %i words apart finds %i', (apart, places) => {
    const find = createFindWordings([{ wording: compileWording('rope & night', {}), for: 'it' }]);
    expect(find(wordsOf(`rope ${'garden '.repeat(apart - 1)}night`))).toHaveLength(places);
  });

  it('looks only through the sentences that are wanted', () => {
    const words = wordsOf('She wants to die. He has pills. She wants to die.');
    const find = createFindWordings([{ wording: compileWording('want to die', lists), for: 0 }]);
    expect(find(words)).toHaveLength(2);
    expect(find(words, (sentence) => sentence === 2).map(({ from }) => from)).toEqual([8]);
  });

  it('reads a text once for finders that share a lexicon, and each finds its own', () => {
    const lexicon = createLexicon();
    const one = createFindWordings(
      [{ wording: compileWording('die', lists), for: 'one' }],
      lexicon,
    );
    const two = createFindWordings(
      [{ wording: compileWording('pills', lists), for: 'two' }],
      lexicon,
    );
    const words = wordsOf('She has pills and wants to die.');
    expect([...one(words), ...two(words)].map(({ for: meant }) => meant)).toEqual(['one', 'two']);
    expect(lexicon.read(words)).toBe(lexicon.read(words));
  });
});
