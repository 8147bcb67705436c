import { StateError, type StateErrorCode } from '../state-error.ts';

/** What Redis or the client say first, and what it means to us. */
const MEANINGS: readonly (readonly [RegExp, StateErrorCode])[] = [
  [/^(WRONGPASS|NOAUTH|NOPERM)|invalid password/, 'redis-refused'],
  [/certificate|altnames/i, 'redis-untrusted'],
  [/^OOM|used memory > 'maxmemory'/, 'redis-full'],
  [/^(READONLY|MISCONF|NOREPLICAS|MASTERDOWN)/, 'redis-read-only'],
  [/renew lock|Missing lock|not in the active state/, 'overtaken'],
  [/timed out/, 'redis-slow'],
  [/^(LOADING|CLUSTERDOWN|TRYAGAIN)/, 'redis-away'],
  [/isn't writeable|is closed|max retries|ECONN|ENOTFOUND|EAI_AGAIN|EPIPE|EHOST/, 'redis-away'],
  [/Failed to refresh slots|All sentinels|None of startup nodes|is down|no node/i, 'redis-away'],
];

const causesOf = (error: Error): unknown[] => [
  error.cause,
  (error as { lastNodeError?: unknown }).lastNodeError,
  (error as { previousErrors?: unknown[] }).previousErrors?.at(-1),
];

function meaningOf(error: unknown, depth: number): StateErrorCode | null {
  if (!(error instanceof Error)) return null;
  const inner = depth === 0 ? [] : causesOf(error).map((cause) => meaningOf(cause, depth - 1));
  const own = MEANINGS.find(([words]) => words.test(error.message))?.[1] ?? null;
  return inner.find((code) => code !== null) ?? own;
}

/** The same promise, with its fault turned into a state error. */
export async function guarded<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw redisFault(error);
  }
}

/** The state error for what Redis or its client threw, without their words, which quote the command. */
export function redisFault(error: unknown): StateError {
  if (error instanceof StateError) return error;
  return new StateError(meaningOf(error, 2) ?? 'redis-failed');
}
