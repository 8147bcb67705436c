import type { Label } from '../knowledge/knowledge.ts';
import { codeOf, type Log } from '../log.ts';
import type { Outcome } from '../pipeline/outcome.ts';
import type { RecordStore } from '../pipeline/ports.ts';
import type { CaseThread } from '../pipeline/thread/case-thread.ts';
import { countOutcomes, freshOutcomes } from '../pipeline/trends/count-outcomes.ts';
import { countCase, counted } from '../pipeline/trends/count-reading.ts';
import { isoWeek } from '../pipeline/trends/iso-week.ts';
import { reviewBand } from '../pipeline/trends/review-bands.ts';
import { addCount, NO_COUNTS, type WeekCounts } from '../pipeline/trends/week-counts.ts';

/** One worked-off turn: the case before and after it, and what was shown. */
interface CountedTurn {
  readonly before: CaseThread;
  readonly kase: CaseThread;
  readonly shown: Outcome['kind'];
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** Counts what happens, by week and without names. A count that fails is a code in the log. */
export interface TrendRecorder {
  turn(turn: CountedTurn): Promise<void>;
  /** A supervisor decided after `waitedMs`. */
  reviewed(team: string, waitedMs: number, at: number): Promise<void>;
}

interface RecorderParts {
  readonly records: Pick<RecordStore, 'read' | 'change'>;
  readonly label: (id: string) => Label;
  readonly log: Log;
}

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;
/** Weekly numbers live for two years. */
const TREND_MS = 105 * WEEK_MS;
const CASE_MS = 2 * WEEK_MS;

/** Builds the recorder; `label` finds an entry of the taxonomy. */
export function createTrendRecorder({ records, label, log }: RecorderParts): TrendRecorder {
  const familyOf = (id: string) => label(id).family;

  const count = (team: string, week: string, add: (counts: WeekCounts) => WeekCounts) =>
    records.change({ team, kind: 'trend', id: week }, (kept) => add(kept ?? NO_COUNTS), {
      ttlMs: TREND_MS,
    });

  /** What is counted is noted before it is: a process that ends in between counts too little, once. */
  async function reading({ kase, shown, at }: CountedTurn): Promise<void> {
    if (shown !== 'reading' || kase.assessment === null) return;
    const { team } = kase.key;
    const key = { team, kind: 'trend-case', id: kase.id } as const;
    const known = await records.read(key);
    const week = isoWeek(at);
    const after = counted(known, kase.assessment.reading, week, familyOf);
    if (after === known) return;
    const options = { ttlMs: CASE_MS, thread: kase.key, people: [kase.author] };
    await records.change(key, () => after, options);
    await count(team, week, (counts) => countCase(counts, known, after, familyOf));
  }

  async function outcomes({ before, kase, at }: CountedTurn): Promise<void> {
    if (freshOutcomes(before.tries, kase.tries).length === 0) return;
    const week = isoWeek(at);
    await count(kase.key.team, week, (counts) =>
      countOutcomes(counts, week, before.tries, kase.tries),
    );
  }

  const quietly = async (work: () => Promise<unknown>) => {
    await work().catch((error: unknown) => log.warn('trends.not-counted', { code: codeOf(error) }));
  };
  return {
    async turn(turn) {
      await quietly(() => reading(turn));
      await quietly(() => outcomes(turn));
    },
    reviewed: (team, waitedMs, at) =>
      quietly(() =>
        count(team, isoWeek(at), (counts) => addCount(counts, 'review', reviewBand(waitedMs))),
      ),
  };
}
