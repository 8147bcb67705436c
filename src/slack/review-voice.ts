import type { ThreadKey } from '../pipeline/message.ts';
import type { Assessment } from '../pipeline/outcome.ts';
import type { Decision, Review } from '../pipeline/review/review.ts';
import type { WorkspacePolicy } from '../pipeline/settings/workspace-policy.ts';
import { channelRefusal } from './guards/channel.ts';
import { openDirect } from './open-direct.ts';
import type { Poster } from './poster.ts';
import type { SlackLog } from './slack-log.ts';
import { threadLink } from './thread-link.ts';
import { tellingId } from './turn-id.ts';
import { reviewCard, withdrawnCard } from './views/review-card.ts';
import { cardId } from './views/review-ids.ts';
import { reviewNote } from './views/review-note.ts';
import { escalationNote, reminderNote } from './views/review-reminder.ts';
import type { ViewParts } from './views/view-parts.ts';
import type { LookUp } from './workspaces/look-up.ts';

type Card = NonNullable<Review['card']>;

/** What is said to supervisors, and to clinicians about their reviews. Every call may be repeated. */
export interface ReviewVoice {
  /** Whether cards may stand in this channel: one that others can read is refused. */
  mayStand(team: string, channel: string): Promise<boolean>;
  /** Posts the card, or brings it up to date; null when the channel cannot be written in. */
  card(review: Review, assessment: Assessment, channel: string): Promise<Card | null>;
  /** Leaves nothing of the case on its card. */
  withdraw(team: string, card: Card): Promise<void>;
  /** Tells the clinician of a decision in their thread; resolves to our message there. */
  tell(review: Review, decision: Decision): Promise<string | null>;
  /** Brings a waiting review up again, under its card. */
  remind(review: Review, policy: WorkspacePolicy): Promise<void>;
  /** Tells the people who decide the policy that nobody has looked. */
  escalate(review: Review, policy: WorkspacePolicy): Promise<void>;
}

interface VoiceParts extends LookUp {
  readonly poster: Poster;
  /** What views are built from, by install. */
  readonly viewOf: (team: string) => ViewParts;
  readonly log: SlackLog;
}

const MOST_TOLD = 10;

/** Speaks for reviews: cards in the supervision channel, notes in the thread, reminders. */
export function createReviewVoice(parts: VoiceParts): ReviewVoice {
  const { poster, clientOf, identityOf, directoryOf, viewOf, log } = parts;
  const link = async ({ team, channel, thread }: ThreadKey) =>
    threadLink(await clientOf(team), channel, thread);

  async function underCard(review: Review, id: string, escalated: boolean, who: string) {
    if (review.card === null) return;
    const { channel, ts } = review.card;
    const key = { team: review.key.team, channel, thread: ts };
    const note = reminderNote({ since: review.since, who, escalated }, viewOf(key.team));
    await poster.putOnce({ key, turn: id, after: ts }, note);
  }

  return {
    async mayStand(team, channel) {
      const [directory, we] = await Promise.all([directoryOf(team), identityOf(team)]);
      const facts = await directory.channel(channel);
      const shared = channelRefusal(channel, facts, [channel], we.team);
      const no = shared ?? (facts?.is_member === false ? 'not-invited' : null);
      if (no !== null) log.warn('review.channel-refused', { code: no });
      return no === null;
    },
    async card(review, assessment, channel) {
      const known = review.card?.channel === channel ? review.card.ts : null;
      const key = { team: review.key.team, channel, thread: '' };
      const message = reviewCard(
        { review, assessment, link: await link(review.key) },
        viewOf(key.team),
      );
      const posted = await poster.put({ key, turn: cardId(review), after: '' }, message, known);
      return posted === null ? null : { channel, ts: posted.ts };
    },
    async withdraw(team, { channel, ts }) {
      const key = { team, channel, thread: '' };
      await poster.put({ key, turn: `card-${ts}`, after: '' }, withdrawnCard(viewOf(team)), ts);
    },
    async tell(review, decision) {
      const { key } = review;
      const place = { key, turn: `told-${decision.id}`, after: key.thread };
      const posted = await poster.put(
        place,
        reviewNote(decision, review, viewOf(key.team)),
        decision.told,
      );
      return posted?.ts ?? null;
    },
    async remind(review, policy) {
      await underCard(
        review,
        `due-${review.caseId}-${review.since}`,
        false,
        whoWaits(review, policy),
      );
    },
    async escalate(review, policy) {
      const id = `late-${review.caseId}-${review.since}`;
      await underCard(review, id, true, whoWaits(review, policy));
      const { team } = review.key;
      const place = review.card ? { ...review.card, thread: review.card.ts } : null;
      const address = place === null ? null : await link({ team, ...place });
      const note = escalationNote({ since: review.since, link: address }, viewOf(team));
      for (const owner of policy.owners.slice(0, MOST_TOLD)) {
        const channel = await openDirect(await clientOf(team), owner, log);
        if (channel === null) continue;
        const key = { team, channel, thread: '' };
        await poster.putOnce({ key, turn: tellingId(id, owner), after: '' }, note);
      }
    },
  };
}

/** The supervisors to be told, never the one who brought the case, and never a whole channel. */
function whoWaits({ author }: Review, policy: WorkspacePolicy): string {
  if (policy.supervisorGroup !== null) return `<!subteam^${policy.supervisorGroup}>`;
  const others = policy.supervisors.filter((user) => user !== author).slice(0, MOST_TOLD);
  return others.map((user) => `<@${user}>`).join(' ');
}
