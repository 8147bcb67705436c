import { codeOf, type Log, uncorrelated } from './log.ts';
import type { Alarm } from './pipeline/ports.ts';

/** What one feature does when an alarm of its kind rings; it may ring more than once. */
export type Bell = (alarm: Alarm, signal: AbortSignal) => Promise<void>;

/** The bell of each kind of alarm. */
export type Bells = Readonly<Record<string, Bell>>;

/** Rings the bell of an alarm's kind; a kind that nobody listens to any more is dropped. */
export function createRing(bells: Bells, log: Log): Bell {
  const known = new Map(Object.entries(bells));
  const ring = async (alarm: Alarm, signal: AbortSignal) => {
    const { kind } = alarm;
    const bell = known.get(kind);
    if (bell === undefined) return log.warn('alarm.unknown', { kind });
    try {
      await bell(alarm, signal);
    } catch (error) {
      log.warn('alarm.failed', { kind, code: codeOf(error) });
      throw error;
    }
  };
  return (alarm, signal) => uncorrelated(() => ring(alarm, signal));
}
