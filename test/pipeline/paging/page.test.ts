import { describe, expect, it } from 'vitest';
import { nagPause } from '../../../src/pipeline/paging/nag-pause.ts';
import type { Page } from '../../../src/pipeline/paging/page.ts';
import { type Raised, raisePage } from '../../../src/pipeline/paging/raise-page.ts';
import { acknowledgePage, settlePage } from '../../../src/pipeline/paging/settle-page.ts';
import { AUTHOR, clear, KEY, screened } from '../../support/builders.ts';

const raised = (over: Partial<Raised> = {}): Raised => ({
  ...{ key: KEY, episode: 'turn-1', author: AUTHOR, since: 1_000, labels: ['sf-suicide'], ...over },
});
const page = (over: Partial<Page> = {}): Page => ({ ...raisePage(null, raised()), ...over });
const has = { state: 'acknowledged', by: 'U05DUTY', at: 2_000 } as const;

describe('something open', () => {
  it.each<[string, Page, Partial<Raised>, boolean]>([
    ['seen again in the same message', page(), {}, false],
    ['told again while nobody has it', page(), { episode: 'turn-2', since: 3_000 }, false],
    ['told again while somebody has it', page(has), { episode: 'turn-2', since: 3_000 }, false],
    [
      'of another kind while somebody has the first',
      page(has),
      { episode: 'turn-2', since: 3_000, labels: ['sf-violence'] },
      true,
    ],
    [
      'told again after it was in hand',
      page({ ...has, state: 'in-hand' }),
      { episode: 'turn-2', since: 3_000 },
      true,
    ],
    [
      'told before it was put in hand, and delivered late',
      page({ ...has, state: 'in-hand' }),
      { episode: 'turn-0', since: 500 },
      false,
    ],
  ])('%s pages anew: %#', (_what, before, over, anew) => {
    const after = raisePage(before, raised(over));
    expect(after.episode !== before.episode).toBe(anew);
    if (anew) expect(after).toMatchObject({ state: 'open', messages: [], nags: 0, by: null });
  });

  it('of another kind while nobody has the first joins it', () => {
    const after = raisePage(page(), raised({ episode: 'turn-2', labels: ['sf-violence'] }));
    expect(after).toMatchObject({ episode: 'turn-1', labels: ['sf-suicide', 'sf-violence'] });
  });
});

describe('a page', () => {
  const inHand = [{ id: 'sf-suicide', by: AUTHOR, at: 4_000 }];

  it('ends when its author has it in hand', () => {
    expect(settlePage(page(), { inHand }, clear)).toMatchObject({ state: 'in-hand', by: AUTHOR });
  });

  it.each([
    ['while something is open', inHand, screened({ status: 'open' })],
    ['when the words are gone', [], clear],
    ['when something else is in hand', [{ ...inHand[0], id: 'sf-violence' }], clear],
    ['when it was in hand before', [{ ...inHand[0], at: 500 }], clear],
  ])('does not end %s', (_when, hands, safety) => {
    const stands = page();
    expect(settlePage(stands, { inHand: hands as typeof inHand }, safety)).toBe(stands);
  });

  it('is had by whoever was first', () => {
    const first = acknowledgePage(page(), 'U05DUTY', 2_000);
    expect(first).toMatchObject({ kind: 'acknowledged', page: { by: 'U05DUTY', at: 2_000 } });
    expect(acknowledgePage(first.page, 'U06OTHER', 3_000)).toEqual({
      ...{ kind: 'before', page: first.page },
    });
  });

  it('is told of again after growing pauses of at most an hour', () => {
    const minutes = [0, 1, 2, 3, 4, 5, 900].map((nags) => nagPause(nags) / 60_000);
    expect(minutes).toEqual([5, 10, 20, 40, 60, 60, 60]);
  });
});
