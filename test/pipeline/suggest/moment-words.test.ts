import { describe, expect, it } from 'vitest';
import { fillMoment } from '../../../src/pipeline/suggest/moment-words.ts';

const PHRASE = 'Something shifted between us {moment}, I think.';

describe('fillMoment', () => {
  it.each([
    ['Last session she went quiet.', 'last time'],
    ['On Tuesday he shouted.', 'last time'],
    ['Earlier today he left.', 'earlier today'],
    ['It happened a couple of weeks ago.', 'a couple of weeks ago'],
    ['She went quiet.', 'a moment ago'],
  ])('%s becomes %s', (text, words) => {
    expect(fillMoment(PHRASE, text, 'a moment ago')).toBe(
      `Something shifted between us ${words}, I think.`,
    );
  });

  it('takes nothing else over from the case', () => {
    expect(fillMoment(PHRASE, 'Last week at [Place 1] with [Person 1].', 'just now')).not.toContain(
      '[',
    );
  });

  it('leaves a phrase without a place for it alone', () => {
    expect(fillMoment('How was that?', 'Last week.', 'just now')).toBe('How was that?');
  });
});
