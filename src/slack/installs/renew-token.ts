import { setTimeout as sleep } from 'node:timers/promises';
import type { Installation } from '../../pipeline/installation.ts';
import type { RecordStore } from '../../pipeline/ports.ts';
import type { Claims } from '../claims.ts';
import { errorCode } from '../error-code.ts';
import type { SlackLog } from '../slack-log.ts';
import { UnknownInstall } from '../workspaces/unknown-install.ts';
import type { Exchanged, ExchangeToken } from './exchange-token.ts';

/** What renewing tokens needs. */
export interface RenewParts {
  readonly records: RecordStore;
  /** The lock: the first to claim it renews. */
  readonly claims: Claims;
  readonly exchange: ExchangeToken;
  readonly log: SlackLog;
  readonly now: () => number;
}

/** Slack's bot tokens live for twelve hours; they are renewed this long before. */
const EARLY_MS = 2 * 60 * 60 * 1000;
/** Longer than any call takes; whoever dies with the lock holds up renewing no longer. */
const LOCK_MS = 30_000;
const LOOK_MS = 100;
const KEEP_TRIES = 5;

/** Where the record of an install stands. */
export const recordOf = (install: string) =>
  ({ team: install, kind: 'installation', id: '' }) as const;

/** True when the token should be renewed. */
export const isDue = ({ expiresAt, refreshToken }: Installation, now: number) =>
  expiresAt !== null && refreshToken !== null && expiresAt - now <= EARLY_MS;

/** Keeps a new token over a short fault of storage: Slack gives it only once. */
async function keep(
  { records, log }: RenewParts,
  before: Installation,
  fresh: Exchanged,
): Promise<Installation> {
  for (let count = 1; ; count += 1) {
    try {
      const kept = await records.change(recordOf(before.install), (now) =>
        now?.refreshToken === before.refreshToken ? { ...now, ...fresh } : now,
      );
      if (kept === null) throw new UnknownInstall();
      return kept;
    } catch (error) {
      if (error instanceof UnknownInstall || count === KEEP_TRIES) throw error;
      log.warn('slack.token-not-kept', { code: errorCode(error) });
      await sleep(count * LOOK_MS);
    }
  }
}

async function renewLocked(parts: RenewParts, install: string): Promise<Installation> {
  const now = await parts.records.read(recordOf(install));
  if (now === null) throw new UnknownInstall();
  if (!isDue(now, parts.now()) || now.refreshToken === null) return now;
  try {
    return await keep(parts, now, await parts.exchange(now.refreshToken));
  } catch (error) {
    const lives = now.expiresAt === null || now.expiresAt > parts.now();
    if (error instanceof UnknownInstall || !lives) throw error;
    parts.log.warn('slack.token-not-renewed', { code: errorCode(error) });
    return now;
  }
}

/**
 * The install with a token that lives on. One process renews it, under a lock, because Slack takes a
 * refresh token once; the others go on with the old one, which still lives, or wait for the new.
 * @throws UnknownInstall, or what kept an expired token from being renewed
 */
export async function renewToken(parts: RenewParts, stale: Installation): Promise<Installation> {
  const { install } = stale;
  const lock = `renew:${install}`;
  for (let waited = 0; waited <= LOCK_MS; waited += LOOK_MS) {
    if (await parts.claims.claim(lock, LOCK_MS)) {
      try {
        return await renewLocked(parts, install);
      } finally {
        await parts.claims.release(lock);
      }
    }
    const now = await parts.records.read(recordOf(install));
    if (now === null) throw new UnknownInstall();
    if ((now.expiresAt ?? Number.POSITIVE_INFINITY) > parts.now()) return now;
    await sleep(LOOK_MS);
  }
  throw new Error('The token was not renewed in time.');
}
