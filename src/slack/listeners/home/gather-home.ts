import type { WebClient } from '@slack/web-api';
import type { Role, Standing } from '../../../pipeline/review/roles.ts';
import { trendsInWords } from '../../../pipeline/trends/trends-in-words.ts';
import { grantedScopes } from '../../granted-scopes.ts';
import { threadLink } from '../../thread-link.ts';
import { type ClinicianHome, MOST_HOME_CASES } from '../../views/home/home-cases.ts';
import { QUEUE_FILTERS, type QueueFilter } from '../../views/home/home-ids.ts';
import type { OwnerHome } from '../../views/home/home-owner.ts';
import { filtered, MOST_REVIEWS, type SupervisorHome } from '../../views/home/home-queue.ts';
import type { HomeFacts } from '../../views/home/home-view.ts';
import type { ListenerParts } from '../listener-parts.ts';

/** Whose Home it is, and what of the queue they want to see. */
export interface Viewer {
  readonly team: string;
  readonly user: string;
  readonly filter: QueueFilter;
}

type Gathering = ListenerParts & { readonly client: WebClient };

async function clinicianOf(
  { team, user }: Viewer,
  { home, client }: Gathering,
): Promise<ClinicianHome> {
  const [all, settings] = await Promise.all([home.cases(team, user), home.settings(team, user)]);
  const shown = all.slice(0, MOST_HOME_CASES);
  const cases = await Promise.all(
    shown.map(async (kase) => ({
      ...{ ...kase, link: await threadLink(client, kase.key.channel, kase.key.thread) },
    })),
  );
  return { cases, more: all.length - shown.length, settings };
}

async function supervisorOf(
  { team, user, filter }: Viewer,
  { home, client, view }: Gathering,
): Promise<SupervisorHome> {
  const [queue, trends] = await Promise.all([home.queue(team), home.trends(team)]);
  const all = filtered(queue, filter, user);
  const reviews = await Promise.all(
    all.slice(0, MOST_REVIEWS).map(async (each) => {
      const { key, card } = each.review;
      const link = card
        ? await threadLink(client, card.channel, card.ts)
        : await threadLink(client, key.channel, key.thread);
      return { ...each, link };
    }),
  );
  const count = (each: QueueFilter) => filtered(queue, each, user).length;
  const counts = Object.fromEntries(QUEUE_FILTERS.map((each) => [each, count(each)]));
  const [first] = trendsInWords(trends, view.say);
  return {
    ...{ filter, reviews, more: all.length - reviews.length },
    counts: counts as SupervisorHome['counts'],
    trends: first?.lines ?? [],
  };
}

async function ownerOf({ team }: Viewer, parts: Gathering): Promise<OwnerHome> {
  const [policy, operations, scopes] = await Promise.all([
    parts.policies.read(team),
    parts.home.operations(team),
    grantedScopes(parts.client),
  ]);
  return { policy, operations, scopes };
}

/** Everything one person sees, by the roles they hold at this moment. */
export async function gatherHome(
  viewer: Viewer,
  standing: Extract<Standing, { kind: 'member' }>,
  parts: ListenerParts,
): Promise<HomeFacts> {
  const client = await parts.clientOf(viewer.team);
  const gathering = { ...parts, client };
  const as = <Part>(role: Role, gather: () => Promise<Part>) =>
    standing.roles.has(role) ? gather() : null;
  const [clinician, supervisor, owner] = await Promise.all([
    clinicianOf(viewer, gathering),
    as('supervisor', () => supervisorOf(viewer, gathering)),
    as('owner', () => ownerOf(viewer, gathering)),
  ]);
  const unchecked = standing.unchecked.has('supervisor') || standing.unchecked.has('owner');
  return { clinician, supervisor, owner, unchecked };
}
