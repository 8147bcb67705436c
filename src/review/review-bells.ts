import { z } from 'zod';
import type { Assessment } from '../pipeline/outcome.ts';
import type { Alarm } from '../pipeline/ports.ts';
import type { Decision, Review } from '../pipeline/review/review.ts';
import { whenToRemind } from '../pipeline/review/when-to-remind.ts';
import { nextWorkingTime } from '../pipeline/settings/working-hours.ts';
import type { Bells } from '../ring.ts';
import {
  CARD_ALARM,
  ESCALATE_ALARM,
  REMIND_ALARM,
  type ReviewBook,
  WITHDRAW_ALARM,
} from './review-book.ts';
import type { ReviewParts } from './review-parts.ts';

const About = z.object({ caseId: z.string(), since: z.number().optional() });
const Card = z.object({ channel: z.string(), ts: z.string() });

/** How soon is looked again for a case that is not saved yet, and until when. */
const AGAIN_MS = 2_000;
const UNSAVED_MS = 5 * 60 * 1000;

const withTold = (review: Review, id: string, told: string): Review => ({
  ...review,
  decisions: review.decisions.map((each): Decision => (each.id === id ? { ...each, told } : each)),
});

/** Brings a card up to date and tells the clinician of decisions they have not been told of. */
function createKeepCard(parts: ReviewParts, book: ReviewBook) {
  const { store, policies, voice, now } = parts;

  async function tellAll(review: Review): Promise<void> {
    for (const decision of review.decisions.filter(({ told }) => told === null)) {
      const told = await voice.tell(review, decision);
      const { key } = review;
      const { id } = decision;
      if (told !== null) await book.change(key, review, (is) => is && withTold(is, id, told));
    }
  }

  async function keepUp(review: Review, assessment: Assessment): Promise<void> {
    const { supervisionChannel: channel } = await policies.read(review.key.team);
    if (channel === null || !(await voice.mayStand(review.key.team, channel))) return;
    const card = await voice.card(review, assessment, channel);
    const stands = review.card?.channel === card?.channel && review.card?.ts === card?.ts;
    if (card === null || stands) return;
    await book.change(review.key, review, (is) => is && { ...is, card });
  }

  return async ({ team, about }: Alarm): Promise<void> => {
    const { caseId } = About.parse(JSON.parse(about));
    const review = await book.read(team, caseId);
    if (review === null) return;
    const assessment = (await store.load(review.key))?.assessment ?? null;
    if (assessment !== null) {
      await tellAll(review);
      await keepUp(review, assessment);
    } else if (now() - review.since < UNSAVED_MS) await book.refresh(review, AGAIN_MS);
  };
}

/** Brings a waiting review up again, then escalates it; both within working hours only. */
function createRemind(parts: ReviewParts, book: ReviewBook) {
  const { alarms, policies, voice, now } = parts;
  return async (alarm: Alarm): Promise<void> => {
    const { team, about, kind } = alarm;
    const { caseId, since } = About.parse(JSON.parse(about));
    const review = await book.read(team, caseId);
    if (review === null || review.state !== 'waiting' || review.since !== since) return;
    const policy = await policies.read(team);
    const thread = review.key;
    const at = nextWorkingTime(now(), policy.workingHours);
    if (at > now()) return alarms.set({ ...alarm, at }, { thread });
    if (kind === ESCALATE_ALARM) return voice.escalate(review, policy);
    await voice.remind(review, policy);
    const { escalate } = whenToRemind(review.since, policy);
    await alarms.set({ ...alarm, kind: ESCALATE_ALARM, at: escalate }, { thread });
  };
}

/** What this feature does when its alarms ring. */
export function reviewBells(parts: ReviewParts, book: ReviewBook): Bells {
  const remind = createRemind(parts, book);
  return {
    [CARD_ALARM]: createKeepCard(parts, book),
    [REMIND_ALARM]: remind,
    [ESCALATE_ALARM]: remind,
    [WITHDRAW_ALARM]: ({ team, about }) =>
      parts.voice.withdraw(team, Card.parse(JSON.parse(about))),
  };
}
