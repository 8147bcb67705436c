import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Alarm, Alarms } from '../pipeline/ports.ts';
import type { KeptAlarm, TakenAlarm } from './alarm-shelf.ts';
import type { Desk } from './desk.ts';
import { createRinger } from './ringer.ts';
import { keeper } from './shape.ts';
import { recordName } from './shelf.ts';
import { faultCode } from './state-error.ts';
import { indexesOf, type Ties, tieFields, tiesFor } from './ties.ts';

/** An alarm as it is sealed. */
interface Sealed extends Ties {
  readonly alarm: Alarm;
}

const DAY_MS = 24 * 60 * 60 * 1000;
/** How long past its time an alarm is still found through its indexes. */
const FOUND_MS = 400 * DAY_MS;

const text = z.string();
const alarm = z.object({ team: text, id: text, kind: text, about: text, at: z.number() });
const keptAlarm = keeper<Sealed>(z.object({ alarm, ...tieFields }));

/** The member under which an alarm stands in its indexes. */
const memberOf = ({ name, revision }: KeptAlarm) => `a.${name}.${revision}`;

/**
 * Durable timers over any shelf, sealed, named and checked before a driver sees them.
 * @param tickMs how often is looked for what is due, beside alarms that this process knows of
 */
export function createAlarmClock(desk: Desk, tickMs: number): Alarms {
  const { shelf, sealer, names, now, onFault } = desk;
  const open = ({ name, record }: KeptAlarm): Sealed => {
    try {
      return keptAlarm.restore(sealer.open(recordName.alarm(name), record).text);
    } catch (error) {
      onFault(faultCode(error));
      throw error;
    }
  };
  const tryOpen = (kept: KeptAlarm | null): Sealed | null => {
    try {
      return kept && open(kept);
    } catch {
      return null;
    }
  };
  const unindex = async (kept: KeptAlarm | null, sealed: Sealed | null) => {
    if (kept && sealed) await shelf.unindex(memberOf(kept), indexesOf(sealed));
  };
  const ringer = createRinger(desk, {
    tickMs,
    open: (taken: TakenAlarm) => open(taken).alarm,
    done: async (taken: TakenAlarm) => {
      await shelf.alarms.done(taken);
      await unindex(taken, tryOpen(taken));
    },
  });
  return {
    async set(given, options = {}) {
      const { team, id, at } = given;
      const name = names.alarm(team, id);
      const before = await shelf.alarms.get(name);
      const stood = tryOpen(before);
      const ties = tiesFor(names, team, [names.besideIndex(team)], options, stood);
      const record = sealer.seal(
        recordName.alarm(name),
        0,
        keptAlarm.write({ alarm: given, ...ties }),
      );
      const next = { name, record, revision: randomBytes(6).toString('base64url') };
      await shelf.index(memberOf(next), indexesOf(ties), Math.max(at, now()) + FOUND_MS);
      await shelf.alarms.set(next, at);
      await unindex(before, stood);
      ringer.expect(at);
    },
    async clear(team, id) {
      const name = names.alarm(team, id);
      const before = await shelf.alarms.get(name);
      const dropped = await shelf.alarms.drop(name);
      await unindex(before, tryOpen(before));
      return dropped;
    },
    work: ringer.work,
    look: ringer.look,
    close: ringer.close,
  };
}
