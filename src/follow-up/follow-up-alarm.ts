import { z } from 'zod';
import type { ThreadKey } from '../pipeline/message.ts';
import type { Alarm } from '../pipeline/ports.ts';

/** Kind of the alarms by which it is asked how it went. */
export const FOLLOW_UP = 'follow-up';

const About = z.object({ channel: z.string(), thread: z.string() });

/** The one alarm of a case, bound to its thread; `at` in milliseconds since the epoch. */
export function followUpAlarm({ team, channel, thread }: ThreadKey, id: string, at: number): Alarm {
  return {
    ...{ team, id: `${FOLLOW_UP}:${id}`, kind: FOLLOW_UP, at },
    about: JSON.stringify({ channel, thread }),
  };
}

/** The thread an alarm is about; null when it cannot be read. */
export function threadOf({ team, about }: Alarm): ThreadKey | null {
  try {
    return { team, ...About.parse(JSON.parse(about)) };
  } catch {
    return null;
  }
}
