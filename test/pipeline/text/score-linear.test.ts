import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LinearWeights } from '../../../src/pipeline/text/linear-model.ts';
import { createScore, type Sparse, scoreLinear } from '../../../src/pipeline/text/score-linear.ts';
import { fitLinear } from '../../../src/weights/fit-linear.ts';

const counted = (text: string) => {
  const counts = new Map<string, number>();
  for (const word of text.split(' ')) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
};
const MODEL = fitLinear(
  [
    { counts: counted('late again today'), labels: ['late'] },
    { counts: counted('late and late and sorry'), labels: ['late'] },
    { counts: counted('quiet again today'), labels: ['quiet'] },
    { counts: counted('quiet and pale'), labels: ['quiet'] },
  ],
  ['late', 'quiet'],
  { fewest: 1 },
);

/** Stretches by rows, as a space would count them. */
function sparse(text: string): Sparse {
  const known = [...counted(text)].filter(([word]) => MODEL.features.includes(word));
  return {
    rows: Int32Array.from(known, ([word]) => MODEL.features.indexOf(word)),
    counts: Float64Array.from(known, ([, count]) => count),
  };
}

const ROWS = 12;

/** Weights for some labels, made from a seed. */
function weightsFor(width: number, seed: number): LinearWeights {
  const value = (at: number) => Math.sin(seed + at * 12.9898);
  return {
    labels: Array.from({ length: width }, (_, at) => `label-${at}`),
    weights: Int8Array.from({ length: ROWS * width }, (_, at) => 127 * value(at)),
    scale: Float32Array.from({ length: width }, (_, at) => 0.01 + Math.abs(value(at + 1))),
    bias: Float32Array.from({ length: width }, (_, at) => value(at + 2)),
    telling: Float32Array.from({ length: ROWS }, (_, at) => 1.5 + Math.abs(value(at + 3))),
  };
}

/** The definition: one row after the other, one label after the other. */
function plain(model: LinearWeights, { rows, counts }: Sparse): number[] {
  const value = (nth: number) =>
    ((counts[nth] === 1 ? 1 : 1 + Math.log(counts[nth] ?? 0)) as number) *
    (model.telling[rows[nth] ?? 0] ?? 0);
  let norm = 0;
  rows.forEach((_, nth) => {
    norm += value(nth) * value(nth);
  });
  const width = model.labels.length;
  return model.labels.map((_, label) => {
    let sum = 0;
    rows.forEach((row, nth) => {
      sum += value(nth) * (model.weights[row * width + label] ?? 0);
    });
    return (
      sum * (norm > 0 ? 1 / Math.sqrt(norm) : 0) * (model.scale[label] ?? 0) +
      (model.bias[label] ?? 0)
    );
  });
}

describe('createScore', () => {
  it.each([
    ['one stretch', ['late again']],
    ['stretches that share words', ['late again late', 'again quiet', 'pale late']],
    ['words it does not know', ['never met', 'late unseen']],
    ['nothing', ['']],
  ])('scores %s exactly as their joined counts', (_, stretches) => {
    const score = createScore(MODEL);
    const whole = scoreLinear(MODEL, counted(stretches.join(' ').trim()));
    expect(score(stretches.map(sparse))).toEqual(whole);
    expect(score(stretches.map(sparse))).toEqual(whole);
  });

  it('gives the sums of the definition to the last bit, for any number of rows and labels', () => {
    const row = fc.tuple(fc.integer({ min: 0, max: ROWS - 1 }), fc.integer({ min: 1, max: 9 }));
    const stretch = fc.uniqueArray(row, { selector: ([number]) => number });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.nat(1000), stretch, (width, seed, counted) => {
        const model = weightsFor(width, seed);
        const sparse = {
          rows: Int32Array.from(counted, ([number]) => number),
          counts: Float64Array.from(counted, ([, count]) => count),
        };
        expect([...createScore(model)([sparse])]).toEqual(plain(model, sparse));
      }),
      { numRuns: 300 },
    );
  });
});
