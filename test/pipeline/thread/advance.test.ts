import { describe, expect, it } from 'vitest';
import { advance } from '../../../src/pipeline/thread/advance.ts';
import { act, assessment, kase, OTHER, reading, screened, turn } from '../../support/builders.ts';

describe('advance', () => {
  it('adds a turn once, however often it is delivered', () => {
    const once = advance(kase(), turn());
    expect(advance(once, turn()).turns.map(({ id }) => id)).toEqual(['turn-1']);
  });

  it('moves the last activity forward, never back', () => {
    const later = advance(kase(), turn({ at: 5000 }));
    expect(advance(later, turn({ id: 'turn-2', at: 3000 })).lastAt).toBe(5000);
  });

  it('keeps a tapped label as seen and takes back an earlier refusal', () => {
    const before = kase({ refused: ['wd-denial'] });
    const after = advance(before, act('tap', { value: 'wd-denial' }));
    expect([after.tapped, after.refused]).toEqual([['wd-denial'], []]);
  });

  it('refuses every candidate offered and not tapped on "none of these"', () => {
    const candidates = ['wd-denial', 'wd-topic-shift'].map((id) => ({
      ...{ id, confidence: 0.3, evidence: [] },
    }));
    const before = kase({
      tapped: ['wd-denial'],
      assessment: assessment({ reading: reading({ candidates }) }),
    });
    expect(advance(before, act('none-of-these')).refused).toEqual(['wd-topic-shift']);
  });

  it('puts what the author was shown in hand, with who and when', () => {
    const before = kase({ assessment: assessment({ safety: screened({}) }), stillOpen: true });
    const after = advance(before, act('in-hand', { at: 7000 }));
    expect(after.inHand).toEqual([{ id: 'sf-suicide', by: before.author, at: 7000 }]);
    expect(after.stillOpen).toBe(false);
  });

  it.each(['in-hand', 'tap', 'helpful'] as const)(
    'ignores %s by anybody but the author',
    (does) => {
      const before = kase({ assessment: assessment({ safety: screened({}) }) });
      expect(advance(before, act(does, { by: OTHER, value: 'wd-denial' }))).toEqual(before);
    },
  );
});
