import { describe, expect, it } from 'vitest';
import type { SafetyScreen } from '../../../src/pipeline/outcome.ts';
import type { CaseThread, KeptTurn } from '../../../src/pipeline/thread/case-thread.ts';
import { settleSafety } from '../../../src/pipeline/thread/settle-safety.ts';
import { AUTHOR, clear, kase, safe, screened, turn } from '../../support/builders.ts';

const open = { id: 'sf-suicide', status: 'open' } as const;
const screen = (text: string): SafetyScreen =>
  text.includes('rope') ? screened({ evidence: ['rope'] }) : clear;
const screening = { screen, screenVersion: '1', responsesFor: () => [] };
const settle = (over: Parameters<typeof kase>[0]) => settleSafety(kase(over), screening).safety;

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

/** How many texts are screened when a case is settled by a screen of this version. */
function screenings(kept: CaseThread, screenVersion = '1'): number {
  let count = 0;
  const counted = (text: string) => {
    count += 1;
    return screen(text);
  };
  settleSafety(kept, { ...screening, screen: counted, screenVersion });
  return count;
}

describe('a case that was settled before', () => {
  const rope = turn({ text: safe('He bought rope.') });
  const later = turn({ id: 'turn-2', at: 2000 });
  const first = settleSafety(kase({ turns: [rope, later] }), screening);

  it('stands as it stood without being screened again', () => {
    expect(screenings(first.kase)).toBe(0);
    expect(settleSafety(first.kase, screening)).toEqual(first);
  });

  it('has only a new turn screened', () => {
    const third = turn({ id: 'turn-3', at: 3000, text: safe('More rope.') });
    expect(screenings({ ...first.kase, turns: [...first.kase.turns, third] })).toBe(1);
  });

  it('is screened again by another screen', () => {
    expect(screenings(first.kase, '2')).toBe(2);
  });

  it('has a changed text screened again, whoever changed it', () => {
    const [changed, other] = first.kase.turns as [KeptTurn, KeptTurn];
    const turns = [{ ...changed, text: safe('He bought [Identifying detail].') }, other];
    expect(screenings({ ...first.kase, turns })).toBe(1);
    expect(settleSafety({ ...first.kase, turns }, screening).safety.status).toBe('clear');
  });

  it('opens when a text that was clear is changed to one that is not', () => {
    const [, clearTurn] = first.kase.turns as [KeptTurn, KeptTurn];
    const turns = [{ ...clearTurn, text: safe('A rope, then.') }];
    expect(settleSafety({ ...first.kase, turns }, screening).safety.status).toBe('open');
  });

  it('keeps no word of a text beside it', () => {
    expect(JSON.stringify(first.kase.turns.map(({ screened }) => screened))).not.toContain('rope');
  });

  it('still raises what the door saw', () => {
    const flagged = first.kase.turns.map((each) => ({ ...each, flags: [open] }));
    const { safety } = settleSafety({ ...first.kase, turns: flagged.slice(1) }, screening);
    expect(safety.status).toBe('open');
  });
});
