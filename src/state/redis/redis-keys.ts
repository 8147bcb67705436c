/** Prefix of the queue; the braces keep all its keys in one slot of a Cluster. */
export const QUEUE_PREFIX = '{impasse}';
export const QUEUE_NAME = 'turns';

/**
 * Every key of ours. What must change together shares the part in braces, and with it a slot of a
 * Cluster; threads spread over all nodes.
 */
export const redisKeys = {
  meta: 'impasse:meta',
  claim: (name: string) => `impasse:{c:${name}}`,
  /** Hash: sealed case, revision. */
  case: (thread: string) => `impasse:{t:${thread}}:case`,
  /** Ids of what waits, in order. */
  order: (thread: string) => `impasse:{t:${thread}}:order`,
  /** Sealed thread key, for as long as anything is kept of the thread. */
  threadKey: (thread: string) => `impasse:{t:${thread}}:key`,
  /** The keys of one thread in the order the scripts take them. */
  threadAll: (thread: string) =>
    ['case', 'wait', 'order', 'done', 'key'].map((part) => `impasse:{t:${thread}}:${part}`),
  index: (name: string) => `impasse:{i:${name}}`,
  pseudonyms: (team: string) => `impasse:{p:${team}}`,
  /** Audit lines of one day (YYYY-MM-DD, UTC). */
  audit: (day: string) => `impasse:{a:${day}}`,
  /** One sealed record beside the cases. */
  record: (name: string) => `impasse:{r:${name}}`,
  /** Alarms of one part: when each is due, its revision and sealed record, how often it rang. */
  alarms: (part: string) => ['due', 'alarm', 'rung'].map((kind) => `impasse:{d:${part}}:${kind}`),
  /** Threads with something unanswered, by when it came. */
  unanswered: `${QUEUE_PREFIX}:unanswered`,
  failed: `${QUEUE_PREFIX}:failed`,
  tries: (thread: string) => `${QUEUE_PREFIX}:tries:${thread}`,
} as const;

/** What to look for when every key is walked. */
export const ALL_KEYS = 'impasse:*';

const SHAPE = /^impasse:\{([tpard]):([^}]{1,60})\}(?::(case|wait|key|alarm))?$/;

/** What kind of record stands under a key, or null when nothing sealed does. */
export function readRedisKey(key: string): { kind: string; name: string } | null {
  if (key === redisKeys.meta) return { kind: 'meta', name: '' };
  const [, letter = '', name = '', part = ''] = SHAPE.exec(key) ?? [];
  const kind = { p: 'pseudonyms', a: 'audit', t: part, r: 'record', d: part }[letter];
  return kind === undefined || kind === '' ? null : { kind, name };
}
