import type { AlarmShelf, KeptAlarm, TakenAlarm } from '../alarm-shelf.ts';
import { guarded } from './redis-fault.ts';
import { redisKeys } from './redis-keys.ts';
import type { Parts } from './redis-parts.ts';

/** Parts the alarms are spread over, so that they do not all stand on one node of a Cluster. */
const PARTS = [...'0123456789abcdef'];

/** The part of an alarm, which its name alone decides. */
const partOf = (name: string) => PARTS[(name.codePointAt(0) ?? 0) % PARTS.length] ?? '0';
const keysOf = (name: string) => redisKeys.alarms(partOf(name));

function read(name: string, value: string): KeptAlarm {
  const [revision = '', record = ''] = value.split(' ');
  return { name, record, revision };
}

function taken(reply: unknown): TakenAlarm[] {
  const flat = Array.isArray(reply) ? reply.map(String) : [];
  const found: TakenAlarm[] = [];
  for (let place = 0; place + 2 < flat.length; place += 3) {
    const alarm = read(flat[place] ?? '', flat[place + 1] ?? '');
    found.push({ ...alarm, tries: Number(flat[place + 2]) });
  }
  return found;
}

/** The durable timers in Redis. */
export function createRedisAlarms({ patient, sure }: Pick<Parts, 'patient' | 'sure'>): AlarmShelf {
  return {
    async set({ name, record, revision }, due) {
      await sure('setAlarm', ...keysOf(name), name, `${revision} ${record}`, due);
    },
    async get(name) {
      const [, key = ''] = keysOf(name);
      const value = await guarded(patient.hget(key, name));
      return value === null ? null : read(name, value);
    },
    async take({ now, leaseUntil, limit, without }) {
      const found: TakenAlarm[] = [];
      const first = Math.floor(Math.random() * PARTS.length);
      for (const part of [...PARTS.slice(first), ...PARTS.slice(0, first)]) {
        const left = limit - found.length;
        if (left <= 0) break;
        const skip = without.filter((name) => partOf(name) === part);
        const keys = redisKeys.alarms(part);
        found.push(...taken(await sure('takeAlarms', ...keys, now, leaseUntil, left, ...skip)));
      }
      return found;
    },
    async done({ name, revision }) {
      await sure('doneAlarm', ...keysOf(name), name, revision);
    },
    async again({ name, revision }, due, counted) {
      await sure('againAlarm', ...keysOf(name), name, revision, due, counted ? 0 : 1);
    },
    drop: async (name) => (await sure('dropAlarm', ...keysOf(name), name)) === 1,
  };
}
