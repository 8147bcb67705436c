import type { WebClient } from '@slack/web-api';
import type { Directory } from '../directory.ts';
import type { Identity } from '../identity.ts';
import type { Tell } from '../whisper.ts';
import type { Workspaces } from './workspaces.ts';

/** What belongs to an install, by its id; each rejects with `UnknownInstall` where nobody installed the app. */
export interface LookUp {
  readonly clientOf: (team: string) => Promise<WebClient>;
  readonly identityOf: (team: string) => Promise<Identity>;
  readonly directoryOf: (team: string) => Promise<Directory>;
  readonly tellOf: (team: string) => Promise<Tell>;
}

/** The place of an install, for what does not come from a payload. */
export const installed = (install: string) => ({ install, team: null });

/** Looks up what belongs to an install, for features that speak up by themselves. */
export function createLookUp(workspaces: Workspaces): LookUp {
  const of = (team: string) => workspaces.of(installed(team));
  return {
    clientOf: async (team) => (await of(team)).client,
    identityOf: async (team) => (await of(team)).identity(),
    directoryOf: async (team) => (await of(team)).directory,
    tellOf: async (team) => (await of(team)).tell,
  };
}
