import { describe, expect, it } from 'vitest';
import { stem } from '../../../src/pipeline/text/stem.ts';

describe('stem', () => {
  it.each([
    [['cancels', 'cancelled', 'cancelling']],
    [['shrug', 'shrugs', 'shrugged', 'shrugging']],
    [['quiet', 'quietly']],
    [['agree', 'agrees', 'agreed']],
  ])('is the same for %j', (words) => {
    expect(new Set(words.map(stem)).size).toBe(1);
  });

  it.each([['yes'], ['this'], ['his']])('leaves %s alone', (word) => {
    expect(stem(word)).toBe(word);
  });
});
