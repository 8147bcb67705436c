import type { CaseStore, RecordStore } from '../pipeline/ports.ts';
import { DEFAULT_POLICY } from '../pipeline/settings/workspace-policy.ts';
import type { Stages } from '../pipeline/stages.ts';
import type { OwnCase, WaysIn, WorkspaceStatus } from '../slack/ways-in.ts';
import { forget } from '../state/forget.ts';
import { rehearsalReplies } from '../state/rehearsal-places.ts';
import { createLook } from './look-at-text.ts';

/** What the ways in are built from. */
export interface WaysInParts {
  readonly store: CaseStore;
  readonly records: RecordStore;
  readonly stages: Stages;
  /** Name of the language model, or null for rules alone. */
  readonly model: string | null;
  /** Channels of the installer's setting. */
  readonly channels: readonly string[];
  readonly retentionMs: number;
  readonly now: () => number;
}

const DAY_MS = 24 * 60 * 60 * 1000;

async function statusOf(parts: WaysInParts, team: string): Promise<WorkspaceStatus> {
  const policy = (await parts.records.read({ team, kind: 'policy', id: '' })) ?? DEFAULT_POLICY;
  const { contacts, supervisorGroup, supervisors } = policy;
  return {
    model: parts.model,
    retentionDays: policy.retentionDays ?? Math.round(parts.retentionMs / DAY_MS),
    channels: policy.channels ?? parts.channels,
    paused: policy.paused,
    gate: policy.review === 'gate',
    supervised: supervisorGroup !== null || supervisors.length > 0,
    contacts: Object.values(contacts).some((contact) => contact !== null),
  };
}

async function casesOf({ store }: WaysInParts, team: string, user: string): Promise<OwnCase[]> {
  const keys = await store.list(team, user);
  const cases = await Promise.all(keys.map((key) => store.load({ ...key })));
  return cases
    .flatMap((kase) => (kase?.author === user ? [kase] : []))
    .map(({ key, state, lastAt }) => ({ key, state, lastAt }))
    .toSorted((a, b) => b.lastAt - a.lastAt);
}

/** The store-side of the command, the form, the shortcut and the welcome. */
export function createWaysIn(parts: WaysInParts): WaysIn {
  const { store, records, retentionMs, now } = parts;
  return {
    look: createLook(parts.stages),
    firstContact: async (team, user) => {
      let first = false;
      await records.change(
        { team, kind: 'welcome', id: user },
        (welcomed) => {
          first = welcomed === null;
          return welcomed ?? { at: now() };
        },
        { people: [user] },
      );
      return first;
    },
    cases: (team, user) => casesOf(parts, team, user),
    forget: async (team, user) => {
      const practised = await rehearsalReplies(records, { team, user });
      const done = await forget(store, { team, user }, { retentionMs, now });
      return {
        cases: done.threads,
        parts: done.stripped,
        replies: [...done.replies, ...practised],
      };
    },
    status: (team) => statusOf(parts, team),
    note: ({ team }, who, what, about) => store.record({ at: now(), team, who, what, about }),
  };
}
