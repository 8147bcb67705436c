import { describe, expect, it } from 'vitest';
import {
  decodeLinear,
  encodeLinear,
  probability,
} from '../../../src/pipeline/text/linear-model.ts';
import { scoreLinear } from '../../../src/pipeline/text/score-linear.ts';
import { fitLinear } from '../../../src/weights/fit-linear.ts';

const words = (text: string) => new Map(text.split(' ').map((word) => [word, 1]));
const EXAMPLES = [
  { counts: words('late again today'), labels: ['late'] },
  { counts: words('late and sorry'), labels: ['late'] },
  { counts: words('quiet again today'), labels: ['quiet'] },
  { counts: words('quiet and pale'), labels: ['quiet'] },
];
const LABELS = ['late', 'quiet'];

describe('fitLinear', () => {
  it.each([true, false])('learns what speaks for a label (competing: %s)', (exclusive) => {
    const model = fitLinear(EXAMPLES, LABELS, { exclusive, fewest: 1 });
    const [late = 0, quiet = 0] = scoreLinear(model, words('late'));
    expect(probability(late)).toBeGreaterThan(probability(quiet));
  });

  it('gives the same bytes for the same examples', () => {
    const bytes = () => encodeLinear(fitLinear(EXAMPLES, LABELS, { exclusive: true, fewest: 1 }));
    expect(bytes()).toEqual(bytes());
  });

  it('leaves out features that are too rare', () => {
    expect(fitLinear(EXAMPLES, LABELS, { fewest: 2 }).features).toEqual([
      'again',
      'and',
      'late',
      'quiet',
      'today',
    ]);
  });
});

describe('decodeLinear', () => {
  const model = fitLinear(EXAMPLES, LABELS, { fewest: 1 });
  const header = { labels: model.labels, features: model.features };

  it('reads what was encoded', () => {
    const copy = decodeLinear(header, encodeLinear(model));
    expect(copy && scoreLinear(copy, words('late today'))).toEqual(
      scoreLinear(model, words('late today')),
    );
  });

  it('refuses bytes that belong to another header', () => {
    expect(decodeLinear({ ...header, labels: ['late'] }, encodeLinear(model))).toBeNull();
  });
});
