import type { Label } from '../knowledge/knowledge.ts';
import { createNamingSpace } from '../pipeline/classify/naming-space.ts';
import type { ReaderModel } from '../pipeline/classify/reader-model.ts';
import { NONE } from '../pipeline/classify/reader-model.ts';
import { createSeeSentences } from '../pipeline/classify/sentence-features.ts';
import type { LinearModel } from '../pipeline/text/linear-model.ts';
import { type Example, fitLinear } from './fit-linear.ts';
import type { Snippet } from './snippets.ts';

const AUTHOR = 'F:';
const AUTHOR_COUNT = Math.E;

/** Counted features of a whole snippet, by name. */
export type SnippetFeatures = (text: string) => Map<string, number>;

/** Builds what counts the features of snippets with the concepts of a reader. */
export function createSnippetFeatures(concepts: ReaderModel['concepts']): SnippetFeatures {
  const space = createNamingSpace(Object.keys(concepts));
  const see = createSeeSentences(concepts, space);
  return (text) => {
    const all = new Map<string, number>();
    for (const { features } of see(text))
      features.rows.forEach((feature, at) => {
        const name = space.nameOf(feature);
        all.set(name, (all.get(name) ?? 0) + (features.counts[at] ?? 0));
      });
    return all;
  };
}

/** The definition and the cues of every label as snippets of their own. */
export function taxonomySnippets(taxonomy: readonly Label[]): Snippet[] {
  return taxonomy
    .filter(({ family }) => family !== 'safety')
    .flatMap(({ id, def, cues }) =>
      [def, ...cues].map((text) => ({ text, labels: [id], author: 'taxonomy' })),
    );
}

/** Takes the rows of the authors out again: they soaked up style and must not vote. */
export function withoutAuthors(model: LinearModel): LinearModel {
  const width = model.labels.length;
  const kept = model.features.flatMap((name, row) => (name.startsWith(AUTHOR) ? [] : [row]));
  return {
    ...model,
    features: kept.map((row) => model.features[row] ?? ''),
    telling: Float32Array.from(kept, (row) => model.telling[row] ?? 0),
    weights: Int8Array.from(
      kept.flatMap((row) => [...model.weights.subarray(row * width, (row + 1) * width)]),
    ),
  };
}

/** Fits the reader's weights on snippets; labels compete with each other and with 'none of these'. */
export function fitReader(
  snippets: readonly Snippet[],
  ids: readonly string[],
  featuresOf: SnippetFeatures,
): LinearModel {
  const examples = snippets.map(
    ({ text, labels, author }): Example => ({
      counts: featuresOf(text).set(AUTHOR + author, AUTHOR_COUNT),
      labels: labels.length > 0 ? labels : [NONE],
    }),
  );
  return withoutAuthors(fitLinear(examples, [...ids, NONE], { exclusive: true }));
}
