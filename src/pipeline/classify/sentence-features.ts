import { createPhraseFinder } from '../text/phrases.ts';
import { createRowCounter, type RowCounter, type Sparse } from '../text/row-counter.ts';
import type { Span } from '../text/span.ts';
import { stem } from '../text/stem.ts';
import type { Stretch } from '../text/stretch.ts';
import { type Token, tokens } from '../text/tokens.ts';
import { actingOf, type FeatureSpace, NOBODY } from './feature-space.ts';
import { type Part, partsOf } from './parts.ts';

/** What the reader sees of one sentence. */
export interface SentenceFeatures extends Span {
  /** Its counted features, as numbers of the space. */
  readonly features: Sparse;
}

/** Sees the sentences of a text; its tokens may be given where they are known. */
export type SeeSentences = (text: string, known?: readonly Token[]) => SentenceFeatures[];

/** What the features of a text are counted with. */
interface Counting {
  readonly counter: RowCounter;
  readonly space: FeatureSpace;
  /** Number of each token's stem. */
  readonly stems: Int32Array;
}

const ACTS_WITHIN = 8;
const NO_WORD = -1;

function stemsOf(all: readonly Token[], space: FeatureSpace): Int32Array {
  const stems = new Int32Array(all.length).fill(NO_WORD);
  all.forEach(({ kind, text }, at) => {
    if (kind !== 'mark') stems[at] = space.stem(stem(text));
  });
  return stems;
}

/** Counts stems and pairs of them; true when the stretch has a word. */
function addStems({ counter, space, stems }: Counting, { tokens, from, to }: Stretch): boolean {
  let before = NO_WORD;
  let some = false;
  for (let at = from; at < to; at += 1) {
    if (tokens[at]?.kind === 'mark') continue;
    const own = stems[at] as number;
    if (before >= 0) counter.add(space.two(before, own));
    counter.add(space.one(own));
    before = own;
    some = true;
  }
  return some;
}

/** Counts what somebody does: the first words of a clause. */
function addActs(
  { counter, space, stems }: Counting,
  acting: number,
  { tokens, from, to }: Stretch,
): void {
  let words = 0;
  for (let at = from; at < to && words < ACTS_WITHIN; at += 1) {
    if (tokens[at]?.kind !== 'word') continue;
    counter.add(space.act(acting, stems[at] as number));
    words += 1;
  }
}

function addConcepts(
  { counter, space }: Counting,
  acting: number,
  concepts: readonly number[],
): void {
  for (const concept of concepts) {
    counter.add(space.concept(concept));
    if (acting !== NOBODY) counter.add(space.conceptBy(acting, concept));
  }
}

/**
 * Builds what counts the features of every sentence of a text: stems and pairs of them, what an actor
 * does, concepts, and concepts by actor. Sentences without any are passed over.
 *
 * @param concepts phrases by concept; `*` ends a word stem
 * @param space made for the same concepts
 */
export function createSeeSentences(
  concepts: Readonly<Record<string, readonly string[]>>,
  space: FeatureSpace,
): SeeSentences {
  const find = createPhraseFinder(Object.values(concepts));
  const counter = createRowCounter();

  /** Counts the features of a sentence; false when it has none. */
  const count = (counting: Counting, parts: readonly Part[], whole: Stretch) => {
    let some = addStems(counting, whole);
    for (const part of parts) {
      const acting = actingOf(part.actor, part.clause.quoted);
      const concepts = find(part);
      if (acting !== NOBODY) addActs(counting, acting, part);
      addConcepts(counting, acting, concepts);
      some ||= concepts.length > 0;
    }
    return some;
  };

  return (text, all = tokens(text)) => {
    const counting = { counter, space, stems: stemsOf(all, space) };
    counter.clear();
    const seen = partsOf(text, all).map((parts) => {
      const [first, last] = [parts[0] as Part, parts.at(-1) as Part];
      const some = count(counting, parts, { tokens: all, from: first.from, to: last.to });
      counter.end();
      return { some, start: first.clause.start, end: last.clause.end };
    });
    return counter.take().flatMap((features, nth) => {
      const { some, start, end } = seen[nth] as (typeof seen)[number];
      return some ? [{ start, end, features }] : [];
    });
  };
}
