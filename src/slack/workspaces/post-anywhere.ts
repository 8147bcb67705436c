import type { ThreadKey } from '../../pipeline/message.ts';
import type { Poster } from '../poster.ts';
import { installed } from './look-up.ts';
import { UnknownInstall } from './unknown-install.ts';
import type { Workspaces } from './workspaces.ts';

/** Runs work for an install; undone when the app was taken out there meanwhile. */
async function where<Result>(
  workspaces: Workspaces,
  { team }: ThreadKey,
  work: (poster: Poster) => Promise<Result>,
): Promise<Result | null> {
  try {
    const { poster } = await workspaces.of(installed(team));
    return await work(poster);
  } catch (error) {
    if (error instanceof UnknownInstall) return null;
    throw error;
  }
}

/** A poster into every workspace: each thread through the poster of its own, and never another. */
export function createPostAnywhere(workspaces: Workspaces): Poster {
  return {
    put: (place, ...rest) => where(workspaces, place.key, (poster) => poster.put(place, ...rest)),
    async putOnce(place, message) {
      await where(workspaces, place.key, (poster) => poster.putOnce(place, message));
    },
    async withdraw(place, known) {
      await where(workspaces, place.key, (poster) => poster.withdraw(place, known));
    },
  };
}
