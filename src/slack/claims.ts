import type { CaseStore } from '../pipeline/ports.ts';
import { errorCode } from './error-code.ts';
import type { SlackLog } from './slack-log.ts';

/** First-come claims as Slack's side uses them. */
export type Claims = Pick<CaseStore, 'claim' | 'release'>;

const MOST_KEPT = 10_000;

/**
 * Claims that still hold within this process while the store is down, so that open safety content is
 * posted without it and yet only once.
 */
export function createClaims(store: Claims, log: SlackLog): Claims {
  const own = new Set<string>();
  return {
    async claim(id, ttlMs) {
      if (own.has(id)) return false;
      own.add(id);
      const [oldest] = own;
      if (own.size > MOST_KEPT && oldest !== undefined) own.delete(oldest);
      try {
        return await store.claim(id, ttlMs);
      } catch (error) {
        log.warn('slack.claim-unkept', { code: errorCode(error) });
        return true;
      }
    },
    async release(id) {
      own.delete(id);
      try {
        await store.release(id);
      } catch (error) {
        log.warn('slack.claim-unkept', { code: errorCode(error) });
      }
    },
  };
}
