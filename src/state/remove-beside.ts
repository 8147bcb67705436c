import { z } from 'zod';
import type { Owner } from '../pipeline/ports.ts';
import type { Desk } from './desk.ts';
import { keeper } from './shape.ts';
import { recordName } from './shelf.ts';
import { faultCode, StateError } from './state-error.ts';
import { indexesOf, type Ties, tieFields } from './ties.ts';

/** What stands under a name, and how it is taken away. */
interface Place {
  readonly sealed: string | null;
  readonly bound: string;
  readonly drop: (sealed: string) => Promise<boolean>;
}

const REPEATS = 5;
const tiesOnly = keeper<Ties>(z.object(tieFields));

function indexOf({ names }: Desk, owner: Owner): string {
  if ('thread' in owner) return names.boundIndex(owner);
  const { team, user } = owner;
  return user === undefined ? names.besideIndex(team) : names.personIndex(team, user);
}

async function placeOf({ shelf }: Desk, member: string): Promise<Place> {
  const [letter, name = ''] = member.split('.');
  if (letter === 'r') {
    const sealed = await shelf.records.get(name);
    const drop = (stands: string) => shelf.records.drop(name, stands);
    return { sealed, bound: recordName.record(name), drop };
  }
  const sealed = (await shelf.alarms.get(name))?.record ?? null;
  return { sealed, bound: recordName.alarm(name), drop: () => shelf.alarms.drop(name) };
}

/** Removes what a member stands for, unless it is bound to the owner no more. */
async function removeMember(desk: Desk, index: string, member: string): Promise<boolean> {
  const { shelf, sealer, onFault } = desk;
  const open = (name: string, sealed: string): Ties | null => {
    try {
      return tiesOnly.restore(sealer.open(name, sealed).text);
    } catch (error) {
      onFault(faultCode(error));
      return null;
    }
  };
  for (let count = 1; count <= REPEATS; count += 1) {
    const { sealed, bound, drop } = await placeOf(desk, member);
    if (sealed === null) return false;
    const ties = open(bound, sealed);
    if (ties !== null && !indexesOf(ties).includes(index)) return false;
    if (await drop(sealed)) {
      await shelf.unindex(member, ties === null ? [index] : indexesOf(ties));
      return true;
    }
  }
  throw new StateError('stale');
}

/**
 * Deletes the records and alarms of an owner; one that cannot be opened any more goes as well.
 * @returns how many
 * @throws StateError `stale` when one kept changing, or a fault of storage; repeat it then
 */
export async function removeBeside(desk: Desk, owner: Owner): Promise<number> {
  const index = indexOf(desk, owner);
  let removed = 0;
  for (const member of await desk.shelf.indexed(index, desk.now())) {
    if (await removeMember(desk, index, member)) removed += 1;
  }
  return removed;
}
