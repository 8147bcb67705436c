import type { RedisClient } from './connect.ts';
import { RECORD_SCRIPTS } from './record-scripts.ts';
import { redisFault } from './redis-fault.ts';

/** Lets a key live at least `ttl` ms more. */
const EXTEND = `
local function extend(key, ttl)
  if redis.call('PTTL', key) < tonumber(ttl) then redis.call('PEXPIRE', key, ttl) end
end
`;

/** Takes one event off a thread and remembers it as done. */
const TAKE = `
local function take(id, doneUntil, now)
  redis.call('HDEL', KEYS[2], id)
  redis.call('LREM', KEYS[3], 1, id)
  redis.call('ZADD', KEYS[4], doneUntil, id)
  redis.call('PEXPIRE', KEYS[4], doneUntil - now)
end
`;

/** Notes a member under an index for `ttl` ms, until `score`, and drops what has expired there. */
const NOTE = `${EXTEND}
local function note(index, member, score, ttl, now)
  redis.call('ZADD', index, 'GT', score, member)
  redis.call('ZREMRANGEBYSCORE', index, '-inf', now)
  extend(index, ttl)
end
`;

/** Lets an event wait unless it waits already or is done. ARGV: id, record, key, ttl, now. */
const APPEND = `
local id, record, key, ttl, now = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5]
redis.call('ZREMRANGEBYSCORE', KEYS[4], '-inf', now)
if redis.call('HEXISTS', KEYS[2], id) == 1 then return 0 end
if redis.call('ZSCORE', KEYS[4], id) then return 0 end
redis.call('HSET', KEYS[2], id, record)
redis.call('RPUSH', KEYS[3], id)
redis.call('SET', KEYS[5], key, 'KEEPTTL')
for _, name in ipairs({ KEYS[2], KEYS[3], KEYS[5] }) do extend(name, ttl) end
return 1`;

/** KEYS of a thread's scripts: 1 case, 2 wait, 3 order, 4 done, 5 key; all in one slot. */
const SCRIPTS = {
  ...RECORD_SCRIPTS,
  claim: {
    keys: 1,
    lua: `
local mine, now, ttl = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3])
local held = redis.call('HMGET', KEYS[1], 'by', 'until')
if held[1] == mine then return 1 end
if held[2] and tonumber(held[2]) > now then return 0 end
redis.call('HSET', KEYS[1], 'by', mine, 'until', now + ttl)
redis.call('PEXPIRE', KEYS[1], ttl)
return 1`,
  },
  append: {
    keys: 5,
    lua: `${EXTEND}${APPEND}`,
  },
  /**
   * The same with everything beside it, where all keys stand on one node. KEYS go on with 6 unanswered,
   * 7 failed, then indexes; ARGV with the thread, until when it is kept, and 1 if it is due.
   */
  appendWhole: {
    keys: null,
    lua: `${NOTE}
for place = 8, #KEYS do note(KEYS[place], ARGV[6], ARGV[7], ARGV[4], ARGV[5]) end
redis.call('ZADD', KEYS[6], ARGV[5], ARGV[6])
if ARGV[8] == '1' then redis.call('HDEL', KEYS[7], ARGV[6]) end
${APPEND}`,
  },
  waiting: {
    keys: 5,
    lua: `
local ids = redis.call('LRANGE', KEYS[3], 0, -1)
local found = {}
for _, id in ipairs(ids) do
  local record = redis.call('HGET', KEYS[2], id)
  if record then
    found[#found + 1] = id
    found[#found + 1] = record
  end
end
return found`,
  },
  discard: {
    keys: 5,
    lua: `${TAKE}
for place = 3, #ARGV do take(ARGV[place], tonumber(ARGV[1]), tonumber(ARGV[2])) end
local left = redis.call('LLEN', KEYS[3])
if left == 0 and redis.call('EXISTS', KEYS[1]) == 0 then redis.call('DEL', KEYS[5]) end
return left`,
  },
  /** -1 when refused, else how many events still wait. */
  commit: {
    keys: 5,
    lua: `${TAKE}
local record, key, expects, revision = ARGV[1], ARGV[2], ARGV[3], ARGV[4]
local ttl, doneUntil, now = tonumber(ARGV[5]), tonumber(ARGV[6]), tonumber(ARGV[7])
local stands = redis.call('HGET', KEYS[1], 'revision') or ''
if stands == revision then return redis.call('LLEN', KEYS[3]) end
if stands ~= expects then return -1 end
for place = 8, #ARGV do
  if redis.call('HEXISTS', KEYS[2], ARGV[place]) == 0 then return -1 end
end
for place = 8, #ARGV do take(ARGV[place], doneUntil, now) end
redis.call('HSET', KEYS[1], 'kase', record, 'revision', revision)
redis.call('PEXPIRE', KEYS[1], ttl)
redis.call('SET', KEYS[5], key, 'PX', math.max(ttl, redis.call('PTTL', KEYS[3])))
return redis.call('LLEN', KEYS[3])`,
  },
  /** Removes the case if it is still this revision, and the thread with it when nothing waits. */
  expire: {
    keys: 5,
    lua: `
if redis.call('HGET', KEYS[1], 'revision') ~= ARGV[1] then return 0 end
redis.call('DEL', KEYS[1])
if redis.call('EXISTS', KEYS[3]) == 0 then redis.call('DEL', KEYS[5]) end
return 1`,
  },
  remove: {
    keys: 5,
    lua: `${TAKE}
for _, id in ipairs(redis.call('LRANGE', KEYS[3], 0, -1)) do
  take(id, tonumber(ARGV[1]), tonumber(ARGV[2]))
end
return redis.call('DEL', KEYS[1], KEYS[2], KEYS[3], KEYS[5])`,
  },
  know: {
    keys: 1,
    lua: `${EXTEND}
redis.call('SET', KEYS[1], ARGV[1], 'KEEPTTL')
extend(KEYS[1], ARGV[2])
return 1`,
  },
  index: {
    keys: 1,
    lua: `${NOTE}
note(KEYS[1], ARGV[1], ARGV[2], ARGV[3], ARGV[4])
return 1`,
  },
  /** Drops a member unless its score has moved past the given one. */
  settle: {
    keys: 1,
    lua: `
local held = redis.call('ZSCORE', KEYS[1], ARGV[1])
if held and tonumber(held) <= tonumber(ARGV[2]) then redis.call('ZREM', KEYS[1], ARGV[1]) end
return 1`,
  },
  pseudonym: {
    keys: 1,
    lua: `${EXTEND}
redis.call('HSETNX', KEYS[1], ARGV[1], ARGV[2])
extend(KEYS[1], ARGV[3])
return redis.call('HGET', KEYS[1], ARGV[1])`,
  },
  audit: {
    keys: 1,
    lua: `${EXTEND}
local place = string.format('%010d', redis.call('ZCARD', KEYS[1]) + 1)
redis.call('ZADD', KEYS[1], ARGV[1], place .. ' ' .. ARGV[2] .. ' ' .. ARGV[3])
extend(KEYS[1], ARGV[4])
return 1`,
  },
  swapValue: {
    keys: 1,
    lua: `
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[2], 'KEEPTTL')
return 1`,
  },
  swapField: {
    keys: 1,
    lua: `
if redis.call('HGET', KEYS[1], ARGV[1]) ~= ARGV[2] then return 0 end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[3])
return 1`,
  },
  swapMember: {
    keys: 1,
    lua: `
local score = redis.call('ZSCORE', KEYS[1], ARGV[1])
if not score then return 0 end
redis.call('ZREM', KEYS[1], ARGV[1])
redis.call('ZADD', KEYS[1], score, ARGV[2])
return 1`,
  },
  /** Counts an attempt; the count is forgotten after a day. */
  attempt: {
    keys: 1,
    lua: `
local tries = redis.call('INCRBY', KEYS[1], ARGV[1])
redis.call('PEXPIRE', KEYS[1], 86400000)
return tries`,
  },
} as const;

type ScriptName = keyof typeof SCRIPTS;
type Runner = (...given: readonly (string | number)[]) => Promise<unknown>;

/**
 * Runs one of our scripts: keys first, then values; how many keys there are before them, where that
 * differs. Faults come as state errors.
 */
export type RunScript = (
  name: ScriptName,
  ...given: readonly (string | number)[]
) => Promise<unknown>;

/** Makes our scripts known to a client. */
export function defineScripts(client: RedisClient): RunScript {
  const commands = client as unknown as Record<string, Runner>;
  for (const [name, { keys, lua }] of Object.entries(SCRIPTS)) {
    const count = keys === null ? {} : { numberOfKeys: keys };
    client.defineCommand(`impasse-${name}`, { ...count, lua });
  }
  return async (name, ...given) => {
    try {
      return await commands[`impasse-${name}`]?.(...given);
    } catch (error) {
      throw redisFault(error);
    }
  };
}
