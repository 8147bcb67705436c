import { describe, expect, it } from 'vitest';
import { wishOf } from '../../../src/pipeline/thread/wish-of.ts';
import { act, safe, turn } from '../../support/builders.ts';

const rules = [
  { wish: 'shorter', patterns: ['\\bshorter\\b', 'less wordy'] },
  { wish: 'another', patterns: ['fell flat'] },
] as const;

describe('wishOf', () => {
  it.each([
    ['Could you make it shorter?', 'shorter'],
    ['less wordy please', 'shorter'],
    ['that fell flat', 'another'],
    ['He went quiet again.', 'first'],
    [`The sessions got shorter and ${'she says less every week '.repeat(6)}`, 'first'],
  ])('%s → %s', (text, wish) => {
    expect(wishOf([turn({ text: safe(text) })], rules)).toBe(wish);
  });

  it('takes the newest of several wishes', () => {
    expect(wishOf([act('softer'), act('another')], rules)).toBe('another');
  });
});
