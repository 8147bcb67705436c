import type { KnownBlock } from '@slack/types';
import type { OpenReview } from '../../../pipeline/review/open-reviews.ts';
import { actions, context, header, section } from '../blocks.ts';
import { lines } from '../markup.ts';
import type { ViewParts } from '../view-parts.ts';
import { HOME_IDS, QUEUE_FILTERS, type QueueFilter } from './home-ids.ts';
import { channelName, link } from './link.ts';

/** Reviews that are listed; further ones are counted. */
export const MOST_REVIEWS = 10;

/** A review with the addresses of its card and its thread, as far as Slack gave them. */
interface LinkedReview extends OpenReview {
  readonly link: string | null;
}

/** What a supervisor sees. */
export interface SupervisorHome {
  readonly filter: QueueFilter;
  /** What the filter lets through, oldest first. */
  readonly reviews: readonly LinkedReview[];
  readonly more: number;
  /** How many each filter lets through. */
  readonly counts: Readonly<Record<QueueFilter, number>>;
  /** Plain lines of the trends, the shortest account; empty while there is nothing to show. */
  readonly trends: readonly string[];
}

const HOUR_MS = 60 * 60 * 1000;

const takenBy = ({ review }: OpenReview) =>
  review.state === 'taken-over'
    ? review.decisions.findLast(({ deed }) => deed === 'take-over')?.by
    : undefined;

const PASSES: Readonly<Record<QueueFilter, (each: OpenReview, user: string) => boolean>> = {
  waiting: ({ review }) => review.state === 'waiting' || review.state === 'asked-back',
  flagged: ({ flagged }) => flagged,
  mine: (each, user) => takenBy(each) === user,
  all: () => true,
};

/** The reviews a filter lets through for this supervisor, oldest first. */
export const filtered = (
  reviews: readonly OpenReview[],
  filter: QueueFilter,
  user: string,
): OpenReview[] =>
  reviews
    .filter((each) => PASSES[filter](each, user))
    .toSorted((a, b) => a.review.since - b.review.since);

/** How long something has waited, in words; never finer than an hour. */
function waited(ms: number, { say }: Pick<ViewParts, 'say'>): string {
  const hours = Math.floor(ms / HOUR_MS);
  if (hours < 1) return say('home.waited.minutes');
  if (hours < 48) return say('home.waited.hours', { count: String(hours) });
  return say('home.waited.days', { count: String(Math.floor(hours / 24)) });
}

function reviewBlock(each: LinkedReview, index: number, parts: ViewParts): KnownBlock {
  const { say } = parts;
  const { review, flagged } = each;
  const place = channelName(review.key.channel, say('home.cases.private'));
  const open = link(each.link, say('home.queue.open'));
  return section(
    `review-${index}`,
    lines([
      say('home.queue.line', { place, state: say(`home.review.${review.state}`), open }),
      review.state === 'waiting' ? waited(each.waitedMs, parts) : '',
      flagged && review.state !== 'flagged' ? say('home.queue.flagged') : '',
    ]),
  );
}

/** A supervisor's part of Home: what waits, by filter, oldest first, and the trends. */
export function supervisorHome(home: SupervisorHome, parts: ViewParts): KnownBlock[] {
  const { say } = parts;
  const { filter, reviews, more, counts, trends } = home;
  const named = (each: QueueFilter) => {
    const text = say(`home.filter.${each}`, { count: String(counts[each]) });
    return each === filter ? `✓ ${text}` : text;
  };
  const filters = QUEUE_FILTERS.map((each) => ({
    ...{ text: named(each), does: `${HOME_IDS.filter}:${each}`, value: each },
    says: say(each === filter ? 'home.filter.chosen' : 'home.filter.choose', {
      name: say(`home.filter.${each}`, { count: String(counts[each]) }),
    }),
  }));
  const show = { text: say('home.button.trends'), does: HOME_IDS.trends, value: 'trends' };
  return [
    header('queue', say('home.queue.title')),
    actions('filters', filters),
    ...(reviews.length === 0 ? [section('no-reviews', say(`home.queue.none.${filter}`))] : []),
    ...reviews.slice(0, MOST_REVIEWS).map((each, index) => reviewBlock(each, index, parts)),
    ...(more > 0
      ? [context('more-reviews', [say('home.queue.more', { count: String(more) })])]
      : []),
    header('trends', say('trends.title')),
    section('trends-lines', trends.length > 0 ? lines(trends) : say('trends.nothing')),
    ...(trends.length > 0 ? [actions('trends-more', [show])] : []),
  ];
}
