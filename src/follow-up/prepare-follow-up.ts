import type { Alarms } from '../pipeline/ports.ts';
import { NEXT_SESSIONS } from '../pipeline/thread/follow-up/follow-up.ts';
import { dueAfter } from '../pipeline/thread/follow-up/plan-follow-up.ts';
import type { FollowUps } from '../slack/follow-ups.ts';
import { followUpAlarm } from './follow-up-alarm.ts';

/**
 * Builds the setting of timers. A timer too many does no harm: when it rings, only what the case
 * itself says is planned is asked.
 */
export function createFollowUps(alarms: Pick<Alarms, 'set' | 'clear'>): FollowUps {
  return {
    async prepare({ key, id, author }, act) {
      if (act.by !== author) return;
      const clear = () => alarms.clear(key.team, followUpAlarm(key, id, 0).id);
      if (act.does === 'no-follow-ups') await clear();
      if (act.does !== 'next-session') return;
      const next = NEXT_SESSIONS.find((each) => each === act.value);
      const due = next === undefined ? null : dueAfter(act.at, next);
      if (due === null) await clear();
      else await alarms.set(followUpAlarm(key, id, due), { people: [author], thread: key });
    },
  };
}
