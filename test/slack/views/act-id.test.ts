import { describe, expect, it } from 'vitest';
import { actId, readActId } from '../../../src/slack/views/act-id.ts';

describe('readActId', () => {
  it.each([
    [actId('tap', 'wd-denial'), { does: 'tap', label: 'wd-denial' }],
    [actId('in-hand'), { does: 'in-hand', label: '' }],
    [actId('all-words'), { does: 'all-words', label: '' }],
  ])('reads %s', (id, expected) => {
    expect(readActId(id)).toEqual(expected);
  });

  it.each(['', 'tap:', 'tap:WD-DENIAL', 'tap:wd-denial x', 'approve', 'tap:a', 'x'.repeat(300)])(
    'reads nothing in %j',
    (id) => {
      expect(readActId(id)).toBeNull();
    },
  );
});
