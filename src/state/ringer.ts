import type { Alarm } from '../pipeline/ports.ts';
import type { TakenAlarm } from './alarm-shelf.ts';
import { askedWait } from './attempt.ts';
import type { Desk } from './desk.ts';
import { faultCode } from './state-error.ts';

/** What ringing needs beside the desk. */
export interface RingerParts {
  readonly tickMs: number;
  /** @throws StateError when the alarm cannot be trusted */
  readonly open: (taken: TakenAlarm) => Alarm;
  /** Told once it has rung. */
  readonly done: (taken: TakenAlarm) => Promise<void>;
}

type Ring = (alarm: Alarm, signal: AbortSignal) => Promise<void>;

const AT_ONCE = 4;
const LEASE_MS = 60_000;
const FIRST_PAUSE_MS = 30_000;
const LONGEST_PAUSE_MS = 60 * 60 * 1000;
/** With the longest pause between them, about a month. */
const MOST_TRIES = 700;

/** Doubling pause before an alarm rings again, 30 s to an hour, by up to a quarter at random. */
export function alarmPause(tries: number, random: () => number = Math.random): number {
  const full = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(tries - 1, 20));
  return Math.round(full * (1 - random() / 4));
}

/** Rings one alarm that was taken, holding on to it meanwhile; a failure is put off. */
function createStrike({ shelf, now, onFault }: Desk, parts: RingerParts, stop: AbortSignal) {
  const { alarms } = shelf;
  const putOff = async (taken: TakenAlarm, error: unknown) => {
    if (stop.aborted) return alarms.again(taken, now(), false);
    if (taken.tries >= MOST_TRIES) {
      onFault('alarm-lost');
      return parts.done(taken);
    }
    const wait = askedWait(error);
    await alarms.again(taken, now() + (wait ?? alarmPause(taken.tries)), wait === null);
  };
  const report = (error: unknown) => onFault(faultCode(error));
  return async (taken: TakenAlarm, ring: Ring): Promise<void> => {
    const hold = () => alarms.again(taken, now() + LEASE_MS, true).catch(report);
    const holding = setInterval(hold, LEASE_MS / 3);
    try {
      await ring(parts.open(taken), stop);
    } catch (error) {
      return await putOff(taken, error).catch(report);
    } finally {
      clearInterval(holding);
    }
    await parts.done(taken).catch(report);
  };
}

const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms).unref());

/**
 * Looks for what is due and rings it, a few at a time; what is taken is leased, so that one process
 * rings it, and another does when the first has ended without a word.
 */
export function createRinger(desk: Desk, parts: RingerParts) {
  const { shelf, now, onFault } = desk;
  const stop = new AbortController();
  const strike = createStrike(desk, parts, stop.signal);
  const running = new Map<string, Promise<void>>();
  const timers = new Set<NodeJS.Timeout>();
  let ring: Ring | null = null;
  let closing = false;
  let filling: Promise<unknown> = Promise.resolve();

  const start = (taken: TakenAlarm, work: Ring) => {
    const ended = strike(taken, work).finally(() => {
      running.delete(taken.name);
      fillSafely();
    });
    running.set(taken.name, ended);
  };
  const takeSome = async (): Promise<number> => {
    const limit = AT_ONCE - running.size;
    if (ring === null || closing || limit <= 0) return 0;
    const at = now();
    const without = [...running.keys()];
    const due = await shelf.alarms.take({ now: at, leaseUntil: at + LEASE_MS, limit, without });
    for (const taken of due) start(taken, ring);
    return due.length;
  };
  const fill = (): Promise<number> => {
    const next = filling.then(takeSome);
    filling = next.catch(() => undefined);
    return next;
  };
  const fillSafely = () => {
    if (closing) return;
    fill().catch((error: unknown) => onFault(faultCode(error)));
  };
  const after = (ms: number, run: () => void) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      run();
    }, ms).unref();
    timers.add(timer);
  };
  const tick = () => {
    fillSafely();
    if (!closing) after(parts.tickMs, tick);
  };
  return {
    work(given: Ring) {
      ring = given;
      tick();
    },
    /** Looks again when this time has come, if that is before the next look. */
    expect(at: number) {
      const ms = Math.max(0, at - now());
      if (ring !== null && !closing && ms < parts.tickMs) after(ms, fillSafely);
    },
    async look() {
      while (!closing && ((await fill()) > 0 || running.size > 0)) {
        if (running.size > 0) await Promise.race(running.values());
      }
    },
    async close(withinMs: number) {
      closing = true;
      for (const timer of timers) clearTimeout(timer);
      await filling;
      const grace = Math.min(2000, withinMs / 4);
      const ended = Promise.all(running.values());
      await Promise.race([ended, later(withinMs - grace)]);
      stop.abort();
      await Promise.race([ended, later(grace)]);
    },
  };
}
