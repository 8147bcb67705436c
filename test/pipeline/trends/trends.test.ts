import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OUTCOMES } from '../../../src/pipeline/trends/count-outcomes.ts';
import { finishedWeeks } from '../../../src/pipeline/trends/iso-week.ts';
import { type Trends, trendsOf } from '../../../src/pipeline/trends/trends.ts';
import { nothingToShow, trendsInWords } from '../../../src/pipeline/trends/trends-in-words.ts';
import { NO_COUNTS, type WeekCounts } from '../../../src/pipeline/trends/week-counts.ts';
import { view } from '../../support/view-parts.ts';

const NOW = Date.UTC(2026, 10, 25);
const DAY_MS = 86_400_000;
const week = (over: Partial<WeekCounts>): WeekCounts => ({ ...NO_COUNTS, ...over });
const kept = (all: readonly Partial<WeekCounts>[], now = NOW) =>
  new Map(finishedWeeks(now, all.length).map((id, index) => [id, week(all[index] ?? {})]));
const text = (trends: Trends) => trendsInWords(trends, view.say).flatMap(({ lines }) => lines);

describe('trendsOf', () => {
  it('shows nothing of a workspace in which nothing was counted', () => {
    expect(nothingToShow(trendsOf(new Map(), NOW, OUTCOMES))).toBe(true);
    expect(trendsInWords(trendsOf(new Map(), NOW, OUTCOMES), view.say)).toEqual([]);
  });

  it('leaves out the week that runs', () => {
    const running = new Map([['2026-W48', week({ direction: { withdrawal: 50 } })]]);
    expect(nothingToShow(trendsOf(running, NOW, OUTCOMES))).toBe(true);
    expect(nothingToShow(trendsOf(running, NOW + 7 * DAY_MS, OUTCOMES))).toBe(false);
  });

  it('ranks what was seen, and says of the rest only that it stays below five', () => {
    const marker = { 'wd-denial': 4, 'wd-topic-shift': 9, 'cf-defends-self': 6 };
    const shown = text(trendsOf(kept([{ marker }]), NOW, OUTCOMES)).join('\n');
    expect(shown).toMatch(/Changes the subject: 9\n.*Defends themselves: 6\n/);
    expect(shown).not.toMatch(/Says it is fine|: 4/);
    expect(shown).toContain('Below five: 1 more');
  });

  it('covers the whole quarters of a year and the one that runs', () => {
    const many = Array.from({ length: 90 }, () => ({ direction: { withdrawal: 6 } }));
    const { weeks } = trendsOf(kept(many), NOW, OUTCOMES);
    expect(weeks[0]).toBe('2025-W40');
    expect(weeks.at(-1)).toBe('2026-W47');
  });

  it('never shows a number below five, nor one that differs by fewer from the week before', () => {
    const counts = fc.record({
      direction: fc.record({ withdrawal: fc.nat(4), confrontation: fc.nat(8) }),
      marker: fc.record({ 'wd-denial': fc.nat(3) }),
      review: fc.record({ '1h': fc.nat(2) }),
    });
    fc.assert(
      fc.property(fc.array(counts, { minLength: 2, maxLength: 80 }), (all) => {
        const before = trendsOf(kept(all.slice(0, -1), NOW - 7 * DAY_MS), NOW - 7 * DAY_MS, []);
        const after = trendsOf(kept(all), NOW, []);
        for (const group of ['directions', 'markers', 'review'] as const) {
          for (const { id, count } of after[group]) {
            expect(count === null || count >= 5).toBe(true);
            const old = before[group].find((share) => share.id === id)?.count ?? 0;
            const change = Math.abs((count ?? 0) - old);
            expect(change === 0 || change >= 5).toBe(true);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('has a word for every code', () => {
    const codes = view.knowledge.taxonomy
      .filter(({ family }) => ['withdrawal', 'confrontation', 'mixed', 'trigger'].includes(family))
      .map(({ id }) => `trends.name.${id}`);
    const outcomes = OUTCOMES.map((id) => `trends.outcome.${id}`);
    expect([...codes, ...outcomes].filter((key) => view.say(key) === key)).toEqual([]);
  });
});
