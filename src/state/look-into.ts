import { existsSync } from 'node:fs';
import { MEMORY } from './local/database.ts';
import { openState, type State } from './open-state.ts';
import { connectRedis } from './redis/connect.ts';
import { guarded } from './redis/redis-fault.ts';
import { redisKeys } from './redis/redis-keys.ts';
import { readRedisUrl } from './redis/redis-url.ts';

/** Where state is, as the settings name it. */
export interface Where {
  readonly keys: string;
  readonly redisUrl?: string | undefined;
  readonly path: string;
}

async function holdsSomething({ redisUrl = '', path }: Where): Promise<boolean> {
  if (redisUrl === '') return path !== MEMORY && existsSync(path);
  const client = await connectRedis(readRedisUrl(redisUrl), 'patient', () => undefined);
  try {
    return (await guarded(client.exists(redisKeys.meta))) === 1;
  } finally {
    client.disconnect();
  }
}

/**
 * Opens what is stored for one look and closes it again; null when nothing is stored yet, which stays so.
 * @throws StateError saying what to do, or what `look` throws
 */
export async function lookInto<Seen>(
  where: Where,
  look: (state: State) => Promise<Seen>,
): Promise<Seen | null> {
  if (!(await holdsSomething(where))) return null;
  const state = await openState({ ...where, works: false });
  try {
    return await look(state);
  } finally {
    await state.close();
  }
}
