import { describe, expect, it } from 'vitest';
import type { SafetyScreen } from '../../../src/pipeline/outcome.ts';
import { settleSafety } from '../../../src/pipeline/thread/settle-safety.ts';
import { AUTHOR, clear, kase, safe, screened, turn } from '../../support/builders.ts';

const open = { id: 'sf-suicide', status: 'open' } as const;
const screen = (text: string): SafetyScreen =>
  text.includes('rope') ? screened({ evidence: ['rope'] }) : clear;
const settle = (over: Parameters<typeof kase>[0]) => settleSafety(kase(over), screen, () => []);

describe('settleSafety', () => {
  it('raises what only the raw text showed, without any words', () => {
    const { status, labels } = settle({ turns: [turn({ flags: [open] })] });
    expect(status).toBe('open');
    expect(labels).toEqual([{ ...open, evidence: [], source: 'rules' }]);
  });

  it('keeps an earlier open turn open when a later one is clear', () => {
    const turns = [turn({ text: safe('He bought rope.') }), turn({ id: 'turn-2', at: 2000 })];
    expect(settle({ turns }).status).toBe('open');
  });

  it('is lowered by the author saying it is in hand', () => {
    const turns = [turn({ text: safe('He bought rope.') })];
    const inHand = [{ id: 'sf-suicide', by: AUTHOR, at: 1500 }];
    const settled = settle({ turns, inHand });
    expect(settled.status).toBe('clear');
    expect(settled.labels[0]?.status).toBe('in-hand');
  });

  it('opens again when the same matter is told after it was in hand', () => {
    const turns = [
      turn({ text: safe('He bought rope.') }),
      turn({ id: 'turn-2', at: 2000, text: safe('He bought more rope.') }),
    ];
    expect(settle({ turns, inHand: [{ id: 'sf-suicide', by: AUTHOR, at: 1500 }] }).status).toBe(
      'open',
    );
  });

  it('counts what a colleague writes in the thread', () => {
    const turns = [turn(), turn({ id: 'turn-2', author: 'U09PEER', text: safe('a rope') })];
    expect(settle({ turns }).status).toBe('open');
  });
});
