/** True when the alarm ARGV[1] was not set again since revision ARGV[2]. */
const SAME = `
local function same()
  local value = redis.call('HGET', KEYS[2], ARGV[1])
  return value and string.sub(value, 1, #ARGV[2] + 1) == ARGV[2] .. ' '
end
`;

/** Scripts for records and alarms. KEYS of an alarm: 1 due, 2 alarm, 3 rung; all in one slot. */
export const RECORD_SCRIPTS = {
  /** An empty ARGV[1] stands for nothing; a repeat of the same change is no fault. */
  putRecord: {
    keys: 1,
    lua: `
local held = redis.call('GET', KEYS[1]) or ''
if held == ARGV[2] then return 1 end
if held ~= ARGV[1] then return 0 end
if ARGV[3] == '0' then redis.call('SET', KEYS[1], ARGV[2])
else redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3]) end
return 1`,
  },
  dropRecord: {
    keys: 1,
    lua: `
if ARGV[1] ~= '' and redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
return redis.call('DEL', KEYS[1])`,
  },
  setAlarm: {
    keys: 3,
    lua: `
redis.call('ZADD', KEYS[1], ARGV[3], ARGV[1])
redis.call('HSET', KEYS[2], ARGV[1], ARGV[2])
redis.call('HDEL', KEYS[3], ARGV[1])
return 1`,
  },
  takeAlarms: {
    keys: 3,
    lua: `
local now, lease, limit = ARGV[1], ARGV[2], tonumber(ARGV[3])
local without = {}
for place = 4, #ARGV do without[ARGV[place]] = true end
local names = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', now, 'LIMIT', 0, limit + #ARGV - 3)
local found = {}
for _, name in ipairs(names) do
  local value = redis.call('HGET', KEYS[2], name)
  if not value then
    redis.call('ZREM', KEYS[1], name)
  elseif not without[name] and #found < 3 * limit then
    redis.call('ZADD', KEYS[1], lease, name)
    found[#found + 1] = name
    found[#found + 1] = value
    found[#found + 1] = redis.call('HINCRBY', KEYS[3], name, 1)
  end
end
return found`,
  },
  doneAlarm: {
    keys: 3,
    lua: `${SAME}
if not same() then return 0 end
redis.call('ZREM', KEYS[1], ARGV[1])
redis.call('HDEL', KEYS[3], ARGV[1])
return redis.call('HDEL', KEYS[2], ARGV[1])`,
  },
  againAlarm: {
    keys: 3,
    lua: `${SAME}
if not same() then return 0 end
redis.call('ZADD', KEYS[1], ARGV[3], ARGV[1])
if ARGV[4] ~= '0' then redis.call('HINCRBY', KEYS[3], ARGV[1], -ARGV[4]) end
return 1`,
  },
  dropAlarm: {
    keys: 3,
    lua: `
redis.call('ZREM', KEYS[1], ARGV[1])
redis.call('HDEL', KEYS[3], ARGV[1])
return redis.call('HDEL', KEYS[2], ARGV[1])`,
  },
} as const;
