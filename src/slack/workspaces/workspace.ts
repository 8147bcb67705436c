import type { Background } from '../background.ts';
import { type Claims, createClaims } from '../claims.ts';
import type { Clients } from '../clients.ts';
import { createDirectory, type Directory } from '../directory.ts';
import type { Identity } from '../identity.ts';
import { createMembers, type Members } from '../members.ts';
import { createPoster, type Poster } from '../poster.ts';
import type { SlackOptions } from '../slack-options.ts';
import { createStatus } from '../status.ts';
import { createSurroundings, type Surroundings } from '../surroundings.ts';
import { createThreadHistory, type ThreadHistory } from '../thread-history.ts';
import { createTell, createWhisper, type Tell, type Whisper } from '../whisper.ts';

/** Everything of Slack's side that belongs to one installed workspace and is shared with no other. */
export interface Workspace extends Clients {
  readonly identity: () => Identity;
  readonly claims: Claims;
  readonly poster: Poster;
  readonly tell: Tell;
  readonly whisper: Whisper;
  readonly status: (channel: string, thread: string) => void;
  readonly directory: Directory;
  readonly history: ThreadHistory;
  readonly members: Members;
  readonly surroundings: Surroundings;
}

/** What workspaces are built from. */
export interface WorkspaceParts
  extends Pick<SlackOptions, 'log' | 'view' | 'practice' | 'claims' | 'now'> {
  readonly background: Background;
}

const BELIEVED_MS = 5 * 60 * 1000;

/** Claims that mean something in one install only. */
const scoped = (claims: Claims, install: string): Claims => ({
  claim: (id, ttlMs) => claims.claim(`${install}:${id}`, ttlMs),
  release: (id) => claims.release(`${install}:${id}`),
});

/** Builds what belongs to one workspace. What is read for a check waits for little. */
export function createWorkspace(
  parts: WorkspaceParts,
  { client, checker }: Clients,
  we: Identity,
): Workspace {
  const { log, view, practice = [], now = Date.now, background } = parts;
  const identity = () => we;
  const claims = createClaims(scoped(parts.claims, we.install), log);
  const tell = createTell(client, claims);
  const directory = createDirectory({ client: checker, log, now, ttlMs: BELIEVED_MS });
  const run = (work: () => Promise<void>) => background.run('slack.members-unread', work);
  const history = createThreadHistory({ client: checker, identity, log, now });
  const members = createMembers({ client: checker, log, now, background: run });
  background.run('slack.members-unread', members.refresh);
  return {
    ...{ client, checker, identity, claims, tell, directory, history, members },
    poster: createPoster({ client, identity, claims, log }),
    whisper: createWhisper(tell, background),
    status: createStatus(client, background, view.say('slack.status')),
    surroundings: createSurroundings(history, members, practice),
  };
}
