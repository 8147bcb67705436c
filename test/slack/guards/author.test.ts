import { describe, expect, it } from 'vitest';
import { pressRefusal } from '../../../src/slack/guards/author.ts';
import type { Does } from '../../../src/slack/views/act-id.ts';
import { AUTHOR, kase, OTHER } from '../../support/builders.ts';

const AUTHORS: Does[] = [
  'tap',
  'untap',
  'none-of-these',
  'in-hand',
  'still-open',
  'another',
  'shorter',
  'softer',
  'helpful',
  'not-helpful',
  'delete',
];

describe('pressRefusal', () => {
  it.each(AUTHORS)('lets only the author press %s', (does) => {
    expect(pressRefusal(kase(), 'case-1', does, AUTHOR)).toBeNull();
    expect(pressRefusal(kase(), 'case-1', does, OTHER)).toBe('not-author');
  });

  it.each<Does>(['why', 'both-sides', 'all-words', 'all-options'])(
    'lets anybody of the channel open %s',
    (does) => {
      expect(pressRefusal(kase(), 'case-1', does, OTHER)).toBeNull();
    },
  );

  it.each([
    ['no case', null, 'case-1'],
    ['another case', kase(), 'case-2'],
    ['a button without a case', kase(), ''],
  ])('follows nothing for %s', (_what, kept, id) => {
    expect(pressRefusal(kept, id, 'why', AUTHOR)).toBe('case-gone');
  });
});
