import type { CaseStore, Policies, RecordStore } from '../pipeline/ports.ts';
import { openReviews } from '../pipeline/review/open-reviews.ts';
import { DEFAULT_SETTINGS } from '../pipeline/settings/person-settings.ts';
import { DEFAULT_POLICY } from '../pipeline/settings/workspace-policy.ts';
import type { Say } from '../pipeline/thread/what-changed.ts';
import { nothingToShow } from '../pipeline/trends/trends-in-words.ts';
import type { HealthLine, HomeCase, HomeService, Operations } from '../slack/home-service.ts';
import type { WaysIn } from '../slack/ways-in.ts';
import { markOf } from '../trends/mark-of.ts';
import { drawPicture } from '../trends/picture/draw-picture.ts';
import { readTrends } from '../trends/read-trends.ts';

/** What Home is built from. */
export interface HomeParts {
  readonly store: CaseStore;
  readonly records: RecordStore;
  readonly policies: Policies;
  readonly waysIn: Pick<WaysIn, 'status'>;
  readonly say: Say;
  readonly now: () => number;
  /** How the whole program does; null where several workspaces share it, whose owners must not see it. */
  readonly service: {
    readonly health: () => Promise<readonly HealthLine[]>;
    readonly depth: () => Promise<{ readonly threads: number }>;
    readonly failed: () => Promise<readonly unknown[]>;
  } | null;
  /** Told of every change of a policy, such as to plan anew what depends on it. */
  readonly policyChanged: (team: string) => Promise<void>;
  /** The language model's boundary and whether it answers; null without a model. */
  readonly model: (() => Pick<Operations, 'boundary' | 'modelAnswers'>) | null;
}

/** Slack may lose a file that its owners delete: after some days a new one is made. */
const PICTURE_MS = 7 * 24 * 60 * 60 * 1000;
const pictureKey = (team: string) => ({ team, kind: 'trend-picture', id: '' }) as const;

const NO_MODEL = { boundary: null, modelAnswers: null } as const;

async function casesOf({ store }: HomeParts, team: string, user: string): Promise<HomeCase[]> {
  const keys = await store.list(team, user);
  const cases = await Promise.all(keys.map((key) => store.load({ ...key })));
  return cases
    .flatMap((kase) => (kase?.author === user ? [kase] : []))
    .map(({ key, state, lastAt, stage, followUp }) => ({
      ...{ key, state, lastAt, stage },
      followUpAt: followUp.off ? null : followUp.due,
    }))
    .toSorted((a, b) => b.lastAt - a.lastAt);
}

async function serviceOf({ service }: HomeParts): Promise<Operations['service']> {
  if (service === null) return null;
  const [health, depth, failed] = await Promise.all([
    service.health(),
    service.depth(),
    service.failed(),
  ]);
  return { health, waiting: depth.threads, failed: failed.length };
}

async function operationsOf(parts: HomeParts, team: string): Promise<Operations> {
  const [status, service] = await Promise.all([parts.waysIn.status(team), serviceOf(parts)]);
  return { status, service, ...(parts.model?.() ?? NO_MODEL) };
}

/** The store-side of the Home tab: own cases and settings, the queue, trends, policy and health. */
export function createHome(parts: HomeParts): HomeService {
  const { store, records, policies, now, say } = parts;
  const settingsKey = (team: string, id: string) => ({ team, kind: 'settings', id }) as const;
  return {
    cases: (team, user) => casesOf(parts, team, user),
    settings: async (team, user) =>
      (await records.read(settingsKey(team, user))) ?? DEFAULT_SETTINGS,
    saveSettings: async (team, user, settings) => {
      await records.change(settingsKey(team, user), () => settings, { people: [user] });
    },
    savePolicy: async (team, by, change, part) => {
      await records.change({ team, kind: 'policy', id: '' }, (kept) => ({
        ...(kept ?? DEFAULT_POLICY),
        ...change,
      }));
      await store.record({ at: now(), team, who: by, what: 'policy.changed', about: part });
      await policies.read(team);
      await parts.policyChanged(team);
    },
    queue: (team) => openReviews(records, team, now()),
    trends: (team) => readTrends(records, team, now()),
    picture: async (trends) => (nothingToShow(trends) ? null : drawPicture(trends, say)),
    pictureFile: async (team, trends) => {
      const kept = await records.read(pictureKey(team));
      return kept?.mark === markOf(trends) ? kept.file : null;
    },
    keepPictureFile: async (team, trends, file) => {
      const mark = markOf(trends);
      await records.change(pictureKey(team), () => ({ mark, file }), { ttlMs: PICTURE_MS });
    },
    operations: (team) => operationsOf(parts, team),
  };
}
