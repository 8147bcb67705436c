import { describe, expect, it } from 'vitest';
import { addUsage, NO_USAGE, usageOf } from '../../src/openai/usage.ts';

const PRICES = { input: 2, cached: 0.5, output: 8 };

describe('usageOf', () => {
  it('prices cached tokens as such', () => {
    const told = {
      prompt_tokens: 1000,
      completion_tokens: 100,
      prompt_tokens_details: { cached_tokens: 600 },
    };
    expect(usageOf(told, PRICES).cost).toBeCloseTo((400 * 2 + 600 * 0.5 + 100 * 8) / 1e6);
  });

  it.each([
    ['nothing', null],
    ['nonsense', { prompt_tokens: -5, completion_tokens: Number.NaN }],
  ])('takes %s for nothing', (_, told) => {
    expect(usageOf(told, null)).toEqual(NO_USAGE);
  });

  it('adds attempts up', () => {
    const one = usageOf({ prompt_tokens: 10, completion_tokens: 1 }, PRICES);
    expect(addUsage(addUsage(NO_USAGE, one), one)).toMatchObject({ prompt: 20, completion: 2 });
  });
});
