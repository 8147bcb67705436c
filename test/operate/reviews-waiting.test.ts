import { describe, expect, it } from 'vitest';
import { createReviewsWaiting } from '../../src/operate/reviews-waiting.ts';
import type { RecordStore } from '../../src/pipeline/ports.ts';
import type { Review, ReviewState } from '../../src/pipeline/review/review.ts';

const review = (state: ReviewState, since: number) => ({
  id: `${state}-${since}`,
  value: { state, since } as Review,
});

describe('reviews that wait', () => {
  it('are counted in the workspaces that were seen, at most once a minute', async () => {
    let now = 1_000_000;
    const asked: string[] = [];
    const kept: Record<string, ReturnType<typeof review>[]> = {
      T1: [review('waiting', 400_000), review('approved', 100_000)],
      T2: [review('waiting', 700_000)],
      T3: [review('waiting', 1)],
    };
    const records = {
      all: async (team: string) => {
        asked.push(team);
        return kept[team] ?? [];
      },
    } as unknown as Pick<RecordStore, 'all'>;
    const reviews = createReviewsWaiting(records, () => now);
    for (const team of ['T1', 'T2', 'T1']) reviews.seen(team);
    expect(await reviews.waiting()).toEqual({ count: 2, oldestMs: 600_000 });
    kept.T1 = [];
    now += 30_000;
    expect(await reviews.waiting()).toMatchObject({ count: 2 });
    expect(asked).toEqual(['T1', 'T2']);
    now += 30_000;
    expect(await reviews.waiting()).toEqual({ count: 1, oldestMs: 360_000 });
  });

  it('are none where none waits, and asked anew at once after a failure', async () => {
    let away = true;
    const records = {
      all: () => (away ? Promise.reject(new Error('away')) : Promise.resolve([])),
    } as unknown as Pick<RecordStore, 'all'>;
    const reviews = createReviewsWaiting(records, () => 5);
    reviews.seen('T1');
    await expect(reviews.waiting()).rejects.toThrow('away');
    away = false;
    expect(await reviews.waiting()).toEqual({ count: 0, oldestMs: 0 });
  });
});
