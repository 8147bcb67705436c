import { randomUUID } from 'node:crypto';
import { type AuditLine, recordName, type Shelf, type Slip } from '../shelf.ts';
import type { RedisClient } from './connect.ts';
import { createRedisAlarms } from './redis-alarms.ts';
import { createAppend } from './redis-append.ts';
import { guarded } from './redis-fault.ts';
import { noteIndexes } from './redis-index.ts';
import { redisKeys } from './redis-keys.ts';
import type { Parts, ShelfClients } from './redis-parts.ts';
import { createRedisRecords } from './redis-records.ts';
import { eachKey, filed } from './redis-walk.ts';
import { defineScripts } from './scripts.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const AUDIT_DAYS = 367;
const PAGE = 500;

function slips(reply: unknown): Slip[] {
  const flat = Array.isArray(reply) ? reply.map(String) : [];
  const found: Slip[] = [];
  for (let place = 0; place + 1 < flat.length; place += 2) {
    found.push({ id: flat[place] ?? '', record: flat[place + 1] ?? '' });
  }
  return found;
}

function waitingPart(parts: Parts): Pick<Shelf, 'append' | 'waiting' | 'discard' | 'know'> {
  const { quick, sure, now } = parts;
  return {
    append: createAppend(parts),
    waiting: async (thread) => slips(await sure('waiting', ...redisKeys.threadAll(thread))),
    async discard(thread, ids, doneUntil) {
      if (ids.length === 0) return;
      await sure('discard', ...redisKeys.threadAll(thread), doneUntil, now(), ...ids);
    },
    async know(mark) {
      const { thread, key, until, now: at } = mark;
      await Promise.all([
        quick('know', redisKeys.threadKey(thread), key, until - at),
        ...noteIndexes(quick, thread, mark),
      ]);
    },
  };
}

function casePart(
  parts: Parts,
): Pick<Shelf, 'load' | 'commit' | 'expire' | 'remove' | 'threadKey' | 'indexed'> {
  const { sure, patient, now } = parts;
  return {
    async load(thread) {
      const fields = patient.hmget(redisKeys.case(thread), 'kase', 'revision');
      const [record, revision] = await guarded(fields);
      return record && revision ? { record, revision } : null;
    },
    async commit(change) {
      const { thread, record, key, expects, revision, until, now: at, doneUntil, takes } = change;
      const ttl = Math.max(1, until - at);
      await Promise.all(noteIndexes(sure, thread, change));
      const left = await sure(
        'commit',
        ...redisKeys.threadAll(thread),
        ...[record, key, expects, revision, ttl, doneUntil, at, ...takes],
      );
      if (left === 0) await sure('settle', redisKeys.unanswered, thread, at - 1);
      return typeof left === 'number' && left >= 0;
    },
    async expire(thread, revision) {
      await sure('expire', ...redisKeys.threadAll(thread), revision);
    },
    async remove(thread, doneUntil) {
      const gone = await sure('remove', ...redisKeys.threadAll(thread), doneUntil, now());
      await guarded(patient.zrem(redisKeys.unanswered, thread));
      await guarded(patient.hdel(redisKeys.failed, thread));
      return Number(gone) > 0;
    },
    threadKey: (thread) => guarded(patient.get(redisKeys.threadKey(thread))),
    indexed: (name, at) => guarded(patient.zrangebyscore(redisKeys.index(name), `(${at}`, '+inf')),
  };
}

const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);

/** The days an audit line from `since` on may stand under; a day more, as clocks differ. */
function* days(since: number, now: number): Iterable<string> {
  const last = now + DAY_MS;
  let at = Math.max(since, last - AUDIT_DAYS * DAY_MS);
  for (; dayOf(at) <= dayOf(last); at += DAY_MS) yield dayOf(at);
}

async function* linesOf(client: RedisClient, key: string, since: number): AsyncIterable<AuditLine> {
  for (let from = 0; ; from += PAGE) {
    const lines = await guarded(client.zrangebyscore(key, since, '+inf', 'LIMIT', from, PAGE));
    for (const line of lines) {
      const [, id = '', record = ''] = line.split(' ');
      yield { id, record };
    }
    if (lines.length < PAGE) return;
  }
}

function auditPart(
  parts: Parts,
): Pick<Shelf, 'pseudonym' | 'pseudonyms' | 'forgetPseudonym' | 'addAudit' | 'audit'> {
  const { sure, patient, now } = parts;
  const WHOLE_TEAM = '-';
  return {
    async pseudonym(team, person, record, until) {
      const field = person === '' ? WHOLE_TEAM : person;
      const ttl = Math.max(1, until - now());
      return String(await sure('pseudonym', redisKeys.pseudonyms(team), field, record, ttl));
    },
    async pseudonyms() {
      const found: { name: string; record: string }[] = [];
      for await (const { key, kind, name: team } of eachKey(patient)) {
        if (kind !== 'pseudonyms') continue;
        for (const [field, record] of Object.entries(await guarded(patient.hgetall(key)))) {
          const person = field === WHOLE_TEAM ? '' : field;
          found.push({ name: recordName.pseudonym(team, person), record });
        }
      }
      return found;
    },
    async forgetPseudonym(team, person) {
      const key = redisKeys.pseudonyms(team);
      await guarded(person === null ? patient.del(key) : patient.hdel(key, person));
    },
    async addAudit(at, { id, record }, until) {
      const ttl = Math.max(1, until - now() + DAY_MS);
      await sure('audit', redisKeys.audit(dayOf(at)), at, id, record, ttl);
    },
    async *audit(since) {
      for (const day of days(since, now())) yield* linesOf(patient, redisKeys.audit(day), since);
    },
  };
}

/** Until when a sealed record holds, read from its open part; 0 is for ever. */
const untilOf = (record: string) => Number.parseInt(record.split('.')[1] ?? '0', 36);

/**
 * The shelf over Redis. Each thread lives in one slot and changes by script in one step; indexes are
 * written beside it. Redis drops what expires by itself; `sweep` is for a clock that runs ahead.
 */
export function createRedisShelf(clients: ShelfClients): Shelf {
  const { fast, patient, now } = clients;
  const parts = { ...clients, quick: defineScripts(fast), sure: defineScripts(patient) };
  return {
    ...waitingPart(parts),
    ...casePart(parts),
    ...auditPart(parts),
    records: createRedisRecords(parts),
    alarms: createRedisAlarms(parts),
    async index(member, indexes, until) {
      await Promise.all(noteIndexes(parts.quick, member, { indexes, until, now: now() }));
    },
    async unindex(member, indexes) {
      await Promise.all(
        indexes.map((name) => guarded(patient.zrem(redisKeys.index(name), member))),
      );
    },
    async once(name, record) {
      await guarded(patient.hsetnx(redisKeys.meta, name, record));
      return (await guarded(patient.hget(redisKeys.meta, name))) ?? record;
    },
    claim: async (name, at, until) =>
      (await parts.quick('claim', redisKeys.claim(name), randomUUID(), at, until - at)) === 1,
    async release(name) {
      await guarded(fast.del(redisKeys.claim(name)));
    },
    async sweep(at) {
      let deleted = 0;
      for await (const { record, drop } of filed(patient, parts.sure, now)) {
        const until = untilOf(record);
        if (until > 0 && until <= at && (await drop())) deleted += 1;
      }
      return deleted;
    },
    filed: () => filed(patient, parts.sure, now),
    async close() {
      fast.disconnect();
      patient.disconnect();
    },
  };
}
