import type { Label } from '../knowledge/knowledge.ts';
import { NONE } from '../pipeline/classify/reader-model.ts';
import { type FindConcepts, sentenceFeatures } from '../pipeline/classify/sentence-features.ts';
import type { LinearModel } from '../pipeline/text/linear-model.ts';
import { type Example, fitLinear } from './fit-linear.ts';
import type { Snippet } from './snippets.ts';

const AUTHOR = 'F:';
const AUTHOR_COUNT = Math.E;

/** Counted features of a whole snippet. */
export function snippetFeatures(text: string, find: FindConcepts): Map<string, number> {
  const counts = new Map<string, number>();
  for (const sentence of sentenceFeatures(text, find))
    for (const [name, count] of sentence.counts) counts.set(name, (counts.get(name) ?? 0) + count);
  return counts;
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
  const kept = [...model.rows].filter(([name]) => !name.startsWith(AUTHOR));
  return {
    ...model,
    rows: new Map(kept.map(([name], row) => [name, row])),
    telling: Float32Array.from(kept, ([, row]) => model.telling[row] ?? 0),
    weights: Int8Array.from(
      kept.flatMap(([, row]) => [...model.weights.subarray(row * width, (row + 1) * width)]),
    ),
  };
}

/** Fits the reader's weights on snippets; labels compete with each other and with 'none of these'. */
export function fitReader(
  snippets: readonly Snippet[],
  ids: readonly string[],
  find: FindConcepts,
): LinearModel {
  const examples = snippets.map(
    ({ text, labels, author }): Example => ({
      counts: snippetFeatures(text, find).set(AUTHOR + author, AUTHOR_COUNT),
      labels: labels.length > 0 ? labels : [NONE],
    }),
  );
  return withoutAuthors(fitLinear(examples, [...ids, NONE], { exclusive: true }));
}
