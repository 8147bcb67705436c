import type { Alarms, CaseStore, Policies, RecordStore } from '../pipeline/ports.ts';
import { openReviews } from '../pipeline/review/open-reviews.ts';
import type { Say } from '../pipeline/thread/what-changed.ts';
import { nextDigest } from '../pipeline/trends/digest-time.ts';
import { isoWeek } from '../pipeline/trends/iso-week.ts';
import { dayWords, nothingToShow, trendsInWords } from '../pipeline/trends/trends-in-words.ts';
import type { Bell } from '../ring.ts';
import type { DigestVoice } from '../slack/digest-voice.ts';
import { markOf } from './mark-of.ts';
import { drawPicture } from './picture/draw-picture.ts';
import { readTrends } from './read-trends.ts';

/** What the weekly digest is made from. */
export interface DigestParts {
  readonly records: RecordStore;
  readonly alarms: Pick<Alarms, 'set'>;
  readonly policies: Policies;
  readonly store: Pick<CaseStore, 'claim' | 'release'>;
  readonly voice: DigestVoice;
  /** Whether figures may stand in this channel: one that others can read is refused. */
  readonly mayStand: (team: string, channel: string) => Promise<boolean>;
  readonly say: Say;
  readonly now: () => number;
}

/** The weekly digest. */
export interface WeeklyDigest {
  /** Plans the next one of an install; again after every change of its policy. */
  plan(team: string): Promise<void>;
  /** Posts what there is to say, once a week, and plans the next one. */
  readonly bell: Bell;
}

const CLAIM_MS = 6 * 24 * 60 * 60 * 1000;
const digestKey = (team: string) => ({ team, kind: 'digest', id: '' }) as const;

/** Builds the digest. Nothing is posted without new figures of at least five, or without a channel. */
export function createWeeklyDigest(parts: DigestParts): WeeklyDigest {
  const { records, alarms, policies, store, voice, say, now } = parts;

  async function plan(team: string): Promise<void> {
    const [{ workingHours }, last] = await Promise.all([
      policies.read(team),
      records.read(digestKey(team)),
    ]);
    const at = nextDigest(now(), workingHours, last?.week ?? null);
    await alarms.set({ team, id: 'digest', kind: 'digest', about: '', at });
  }

  /** Posts it, unless nothing is new or this week's stands already. */
  async function post(team: string, channel: string, week: string): Promise<string> {
    const trends = await readTrends(records, team, now());
    const mark = markOf(trends);
    const last = await records.read(digestKey(team));
    if (nothingToShow(trends) || last?.mark === mark) return last?.mark ?? '';
    const claim = `digest:${team}:${week}`;
    if (!(await parts.mayStand(team, channel)) || !(await store.claim(claim, CLAIM_MS)))
      return mark;
    const queue = await openReviews(records, team, now());
    const digest = {
      week: dayWords(trends.weeks.at(-1) ?? ''),
      trends: trendsInWords(trends, say),
      waiting: queue.filter(({ review }) => review.state === 'waiting').length,
    };
    const png = await drawPicture(trends, say);
    await voice.post(team, channel, digest, png).catch(async (error: unknown) => {
      await store.release(claim);
      throw error;
    });
    return mark;
  }

  return {
    plan,
    bell: async ({ team }) => {
      const { digest, supervisionChannel: channel } = await policies.read(team);
      const week = isoWeek(now());
      const mark = digest && channel !== null ? await post(team, channel, week) : '';
      await records.change(digestKey(team), () => ({ week, mark }));
      await plan(team);
    },
  };
}
