import { describe, expect, it } from 'vitest';
import { admit } from '../../../src/pipeline/guard/admit.ts';

const open = { passes: () => true, leaks: () => false };
const GOOD = 'I wonder how it was when I went on. Does that fit?';

describe('admit', () => {
  it('lets a text through that passes and leaks nothing', () => {
    expect(admit(`  ${GOOD}\n`, open)).toBe(GOOD);
  });

  it.each([
    ['the guard stops it', GOOD, { ...open, passes: () => false }],
    ['it leaks', GOOD, { ...open, leaks: () => true }],
    ['it is empty', '   ', open],
    ['it is endless', 'word '.repeat(400), open],
    ['it holds a link', 'See https://example.org for more.', open],
    ['it mentions somebody', 'Ask <@U123> about it.', open],
    ['it calls a channel', 'Tell @channel about it.', open],
    ['it holds code', 'Run `rm` now.', open],
    ['it holds a control character', 'I wonder\u0007.', open],
  ])('returns null when %s', (_, text, gate) => {
    expect(admit(text, gate)).toBeNull();
  });
});
