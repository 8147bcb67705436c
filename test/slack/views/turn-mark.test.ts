import { describe, expect, it } from 'vitest';
import { section } from '../../../src/slack/views/blocks.ts';
import { markTurn, turnOf } from '../../../src/slack/views/turn-mark.ts';

describe('turnOf', () => {
  it('finds the turn that markTurn put into the first block, and leaves the others alone', () => {
    const marked = markTurn([section('a', 'one'), section('b', 'two')], 'abc');
    expect(turnOf(marked)).toBe('abc');
    expect(marked.map((block) => block.block_id)).toEqual(['turn:abc', 'b']);
  });

  it.each([
    [undefined],
    [null],
    ['text'],
    [[]],
    [[null]],
    [[{ type: 'section' }]],
    [[{ block_id: 7 }]],
    [[{ block_id: 'other' }]],
  ])('finds none in %j', (blocks) => {
    expect(turnOf(blocks)).toBeNull();
  });
});
