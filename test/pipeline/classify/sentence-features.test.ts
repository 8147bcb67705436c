import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createModelSpace } from '../../../src/pipeline/classify/model-space.ts';
import { createNamingSpace } from '../../../src/pipeline/classify/naming-space.ts';
import {
  createSeeSentences,
  type SentenceFeatures,
} from '../../../src/pipeline/classify/sentence-features.ts';
import { loadReaderModel } from '../../../src/weights/load-reader-model.ts';

const CONCEPTS = { silence: ['silen*', 'not a word'], lateness: ['late'] };
const names = createNamingSpace(Object.keys(CONCEPTS));
const seeNames = createSeeSentences(CONCEPTS, names);

const named = (space: typeof names, { features }: SentenceFeatures) =>
  [...features.rows].map((row, at) => [space.nameOf(row), features.counts[at]] as const);

/** Names of the features of the first sentence. */
function has(text: string, name: string): boolean {
  const [first] = seeNames(text);
  return first !== undefined && named(names, first).some(([own]) => own === name);
}

describe('createSeeSentences', () => {
  it.each([
    ['a stem', 'I lectured him', 's:lectur'],
    ['two stems over a mark', 'I lectured, him', '2:lectur him'],
    ['what the therapist does', 'I lectured him', 'a:T lectur'],
    ['what the client does', 'She lectured me', 'a:C lectur'],
    ['what somebody else does', 'Her husband lectured me', 'a:O lectur'],
    ['what is said to be done', 'He said: "I lectured her all day"', 'a:QC lectur'],
    ['a concept', 'Not a word from her', 'C:silence'],
    ['a concept by actor', 'She came late', 'A:C lateness'],
  ])('counts %s', (_, text, name) => {
    expect(has(text, name)).toBe(true);
  });

  it.each([
    ['two stems over the end of a sentence', 'I left. He sat', '2:left he'],
    ['an act of nobody', 'Lectured all hour', 'a:- lectur'],
    ['a concept over the end of a clause', 'Not a, well, word', 'C:silence'],
  ])('does not count %s', (_, text, name) => {
    expect(has(text, name)).toBe(false);
  });

  it('counts nothing of a text that broke off', () => {
    let breaks = false;
    const two: typeof names.two = (first, second) => {
      if (breaks && first !== second) throw new Error('broken');
      return names.two(first, second);
    };
    const see = createSeeSentences(CONCEPTS, { ...names, two });
    const whole = see('She came late.');
    breaks = true;
    expect(() => see('I lectured him about silence.')).toThrow('broken');
    breaks = false;
    expect(see('She came late.')).toEqual(whole);
  });

  it('passes over what holds no word', () => {
    expect(seeNames('He left. … She sat.')).toHaveLength(2);
  });
});

describe('createModelSpace', () => {
  const model = loadReaderModel();
  const concepts = model?.concepts ?? {};
  const features = model?.linear.features ?? [];
  const rows = new Map(features.map((name, row) => [name, row]));
  const space = createNamingSpace(Object.keys(concepts));
  const seeAll = createSeeSentences(concepts, space);
  const seeRows = createSeeSentences(concepts, createModelSpace(features, Object.keys(concepts)));
  const words = features.filter((name) => name.startsWith('s:')).map((name) => name.slice(2));
  const piece = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...words) },
    {
      weight: 3,
      arbitrary: fc.constantFrom('she', 'I', 'we', 'his', 'mother', '[Client]', '[Mother of B]'),
    },
    { weight: 2, arbitrary: fc.constantFrom('.', ',', '"', '\n', 'but', 'don’t', '7', '…') },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 6 }) },
  );

  it('gives the rows that the names of the features have, in their order', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 80 }), (pieces) => {
        const text = pieces.join(' ');
        const plain = seeAll(text).map((sentence) => ({
          ...{ start: sentence.start, end: sentence.end },
          features: named(space, sentence).flatMap(([name, count]) => {
            const row = rows.get(name);
            return row === undefined ? [] : [[row, count]];
          }),
        }));
        const fast = seeRows(text).map(({ start, end, features }) => ({
          ...{ start, end },
          features: [...features.rows].map((row, at) => [row, features.counts[at]]),
        }));
        expect(fast).toEqual(plain);
      }),
      { numRuns: 200 },
    );
  });
});
