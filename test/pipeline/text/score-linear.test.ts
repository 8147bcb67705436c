import { describe, expect, it } from 'vitest';
import { scoreLinear, scorerOf } from '../../../src/pipeline/text/score-linear.ts';
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

describe('scorerOf', () => {
  it.each([
    ['one stretch', ['late again']],
    ['stretches that share words', ['late again late', 'again quiet', 'pale late']],
    ['words it does not know', ['never met', 'late unseen']],
    ['nothing', ['']],
  ])('scores %s exactly as their joined counts', (_, stretches) => {
    const { sparse, score } = scorerOf(MODEL);
    const parts = stretches.map((text) => sparse(counted(text)));
    const whole = scoreLinear(MODEL, counted(stretches.join(' ').trim()));
    expect(score(parts)).toEqual(whole);
    expect(score(parts)).toEqual(whole);
  });
});
