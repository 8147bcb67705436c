import { describe, expect, it } from 'vitest';
import { placeTurns, raiseFlags } from '../../../src/pipeline/reconcile/raise-flags.ts';
import { clear, safe, screened } from '../../support/builders.ts';

const turns = [
  { id: 't1', at: 1, text: safe('She went quiet.'), flags: [] },
  { id: 't2', at: 2, text: safe('Then she said she has had enough of it all.'), flags: [] },
];
const text = turns.map((turn) => turn.text).join('\n\n');

describe('raiseFlags', () => {
  it('notes what the model raised on the turn that holds the words', () => {
    const after = screened({
      id: 'sf-suicide',
      status: 'ask',
      evidence: ['has had enough of it all'],
    });
    const flagged = raiseFlags(turns, placeTurns(turns), text, clear, after);
    expect(flagged.map(({ flags }) => flags)).toEqual([[], [{ id: 'sf-suicide', status: 'ask' }]]);
  });

  it('leaves alone what was known before', () => {
    const known = screened({
      id: 'sf-suicide',
      status: 'ask',
      evidence: ['has had enough of it all'],
    });
    const flagged = raiseFlags(turns, placeTurns(turns), text, known, known);
    expect(flagged).toEqual(turns);
  });
});
