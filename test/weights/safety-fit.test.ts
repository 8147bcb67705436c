import { describe, expect, it } from 'vitest';
import { encodeLinear } from '../../src/pipeline/text/linear-model.ts';
import { scoreLinear } from '../../src/pipeline/text/score-linear.ts';
import { fitMargins } from '../../src/weights/safety-fit.ts';

const counts = (text: string) => new Map(text.split(' ').map((word) => [word, 1]));
const examples = [
  { counts: counts('she wants to die'), labels: ['raise'] },
  { counts: counts('he wants to die now'), labels: ['raise'] },
  { counts: counts('she wants a new coat'), labels: [] },
  { counts: counts('he wants the fee lower now'), labels: [] },
  { counts: counts('die hard is a film'), labels: [], weight: 0.1 },
];
const options = { cost: 1, passes: 10, fewest: 1 };

describe('fitMargins', () => {
  const model = fitMargins(examples, ['raise'], options);

  it('puts what it was fitted on on the right side', () => {
    const sides = examples.slice(0, 4).map((one) => (scoreLinear(model, one.counts)[0] ?? 0) > 0);
    expect(sides).toEqual([true, true, false, false]);
  });

  it('gives the same bytes every time', () => {
    expect(encodeLinear(fitMargins(examples, ['raise'], options))).toEqual(encodeLinear(model));
  });

  it('leaves out signs that are too rare', () => {
    const few = fitMargins(examples, ['raise'], { ...options, fewest: 2 });
    expect(few.features).not.toContain('coat');
    expect(few.features).toContain('wants');
  });
});
