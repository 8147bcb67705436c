import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { RecordOptions, RecordStore } from '../pipeline/ports.ts';
import type { RecordKey, RecordKind, Records } from '../pipeline/records.ts';
import type { Desk } from './desk.ts';
import { SHAPES } from './records/shapes.ts';
import { keeper } from './shape.ts';
import { recordName } from './shelf.ts';
import { faultCode, StateError } from './state-error.ts';
import { indexesOf, type Ties, tieFields, tiesFor } from './ties.ts';

/** A record as it is sealed; `birth` tells it from an earlier one under the same name. */
interface Kept<Value> extends Ties {
  readonly id: string;
  readonly birth: string;
  readonly value: Value;
}

/** What stands under a name; `kept` is null when nothing does or it has expired. */
interface Standing<Value> {
  readonly sealed: string | null;
  readonly until: number;
  readonly kept: Kept<Value> | null;
}

/** Somebody else was faster. */
const TAKEN = Symbol('taken');
const REPEATS = 100;
const PAUSE_MS = 5;
const PAGE = 50;
/** How long an index entry of something that never expires is kept, about a hundred years. */
const EVER_MS = 100 * 365 * 24 * 60 * 60 * 1000;

type Keeper<Kind extends RecordKind> = ReturnType<typeof keeper<Kept<Records[Kind]>>>;

function makeKeeper<Kind extends RecordKind>(kind: Kind): Keeper<Kind> {
  const value: z.ZodType<Records[Kind]> = SHAPES[kind];
  const fields = { id: z.string(), birth: z.string(), ...tieFields, value };
  return keeper<Kept<Records[Kind]>>(z.object(fields) as z.ZodType<Kept<Records[Kind]>>);
}

function createKeepers() {
  const made = new Map<RecordKind, unknown>();
  return <Kind extends RecordKind>(kind: Kind): Keeper<Kind> => {
    const known = made.get(kind) ?? makeKeeper(kind);
    made.set(kind, known);
    return known as Keeper<Kind>;
  };
}

/** The member under which a record stands in its indexes. */
const memberOf = (name: string, birth: string) => `r.${name}.${birth}`;
/** A moment for whoever else is changing the record, longer the more often it happened. */
const pause = (count: number) =>
  new Promise((resolve) => setTimeout(resolve, Math.random() * Math.min(count, 10) * PAUSE_MS));

/** Reads what stands, telling the owner by code when it cannot be trusted. */
function reader({ shelf, sealer, now, onFault }: Desk) {
  const keeperOf = createKeepers();
  return async <Kind extends RecordKind>(
    kind: Kind,
    name: string,
  ): Promise<Standing<Records[Kind]>> => {
    const sealed = await shelf.records.get(name);
    if (sealed === null) return { sealed, until: 0, kept: null };
    try {
      const { text, until } = sealer.open(recordName.record(name), sealed);
      if (until > 0 && until <= now()) return { sealed, until, kept: null };
      return { sealed, until, kept: keeperOf(kind).restore(text) };
    } catch (error) {
      onFault(faultCode(error));
      throw error;
    }
  };
}

/** Writes a record in the place of what stands; false when somebody else was faster. */
function writer({ shelf, sealer, names, now }: Desk) {
  const keeperOf = createKeepers();
  return async <Kind extends RecordKind>(
    key: RecordKey<Kind>,
    { sealed, until: stood, kept }: Standing<Records[Kind]>,
    value: Records[Kind],
    options: RecordOptions,
  ): Promise<boolean> => {
    const { team, kind, id } = key;
    const name = names.record(key);
    const birth = kept?.birth ?? randomBytes(6).toString('base64url');
    const always = [names.besideIndex(team), names.kindIndex(team, kind)];
    const ties = tiesFor(names, team, always, options, kept);
    const { ttlMs } = options;
    const until = ttlMs === undefined ? (kept === null ? 0 : stood) : now() + Math.max(1, ttlMs);
    const text = keeperOf(kind).write({ id, birth, ...ties, value });
    const next = sealer.seal(recordName.record(name), until, text);
    const member = memberOf(name, birth);
    await shelf.index(member, indexesOf(ties), until === 0 ? now() + EVER_MS : until);
    const put = await shelf.records.put({ name, stands: sealed, next, until });
    if (!put && kept === null) await shelf.unindex(member, indexesOf(ties));
    return put;
  };
}

/** Everything beside the cases, over any shelf: sealed, named and checked before a driver sees it. */
export function createRecordBook(desk: Desk): RecordStore {
  const { shelf, names } = desk;
  const read = reader(desk);
  const write = writer(desk);
  const drop = async (name: string, { sealed, kept }: Standing<unknown>) => {
    if (sealed === null) return true;
    const dropped = await shelf.records.drop(name, sealed);
    if (dropped && kept) await shelf.unindex(memberOf(name, kept.birth), indexesOf(kept));
    return dropped;
  };
  const tryChange = async <Kind extends RecordKind>(
    key: RecordKey<Kind>,
    make: (now: Records[Kind] | null) => Records[Kind] | null,
    options: RecordOptions,
  ): Promise<Records[Kind] | null | typeof TAKEN> => {
    const name = names.record(key);
    const standing = await read(key.kind, name);
    const before = standing.kept?.value ?? null;
    const next = make(before);
    if (next === before) return before;
    const done = next === null ? drop(name, standing) : write(key, standing, next, options);
    return (await done) ? next : TAKEN;
  };
  const keptOf = async <Kind extends RecordKind>(kind: Kind, member: string) => {
    const [, name = '', birth] = member.split('.');
    const { kept } = await read(kind, name).catch(() => ({ kept: null }));
    return kept?.birth === birth ? kept : null;
  };
  return {
    async read(key) {
      const name = names.record(key);
      const standing = await read(key.kind, name);
      if (standing.sealed !== null && standing.kept === null) await drop(name, standing);
      return standing.kept?.value ?? null;
    },
    async change(key, make, options = {}) {
      for (let count = 1; count <= REPEATS; count += 1) {
        const changed = await tryChange(key, make, options);
        if (changed !== TAKEN) return changed;
        await pause(count);
      }
      throw new StateError('stale');
    },
    async remove(key) {
      const name = names.record(key);
      for (let count = 1; count <= REPEATS; count += 1) {
        const standing = await read(key.kind, name).catch(() => null);
        if (standing === null) return shelf.records.drop(name, null);
        if (await drop(name, standing)) return standing.kept !== null;
      }
      throw new StateError('stale');
    },
    async all(team, kind) {
      const found = [];
      const members = await shelf.indexed(names.kindIndex(team, kind), desk.now());
      for (let from = 0; from < members.length; from += PAGE) {
        const page = members.slice(from, from + PAGE).map((member) => keptOf(kind, member));
        for (const kept of await Promise.all(page)) {
          if (kept !== null) found.push({ id: kept.id, value: kept.value });
        }
      }
      return found;
    },
  };
}
