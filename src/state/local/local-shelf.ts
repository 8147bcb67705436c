import { type AuditLine, type Filed, recordName, type Shelf, type ThreadMark } from '../shelf.ts';
import type { Database, Row } from './database.ts';
import { wantNow } from './jobs.ts';
import { createLocalAlarms } from './local-alarms.ts';
import { createLocalRecords } from './local-records.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const record = (row: Row | undefined) => String(row?.record ?? '');
const slip = (row: Row) => ({ id: String(row.id), record: record(row) });

/** Notes that a thread is kept until then, and under which indexes. */
function keep(db: Database, { thread, key, until, indexes }: ThreadMark): void {
  db.run(
    `INSERT INTO threads (thread, key, until) VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET key = excluded.key, until = MAX(until, excluded.until)`,
    ...[thread, key, until],
  );
  index(db, thread, indexes, until);
}

function index(db: Database, member: string, indexes: readonly string[], until: number): void {
  for (const name of indexes) {
    db.run(
      `INSERT INTO indexed (name, thread, until) VALUES (?, ?, ?)
       ON CONFLICT DO UPDATE SET until = MAX(until, excluded.until)`,
      ...[name, member, until],
    );
  }
}

function take(db: Database, thread: string, ids: readonly string[], doneUntil: number): void {
  for (const id of ids) {
    db.run('DELETE FROM waiting WHERE thread = ? AND id = ?', thread, id);
    db.run(
      'INSERT OR REPLACE INTO done (thread, id, until) VALUES (?, ?, ?)',
      thread,
      id,
      doneUntil,
    );
  }
}

const WAITING = 'SELECT id, record FROM waiting WHERE thread = ? ORDER BY seq';
const WAITS = 'SELECT 1 FROM waiting WHERE thread = ? AND id = ?';
const KNOWN = `SELECT 1 FROM waiting WHERE thread = ? AND id = ?
  UNION ALL SELECT 1 FROM done WHERE thread = ? AND id = ? AND until > ?`;

const NOTHING_LEFT = `DELETE FROM threads WHERE thread = ? AND revision = ''
  AND NOT EXISTS (SELECT 1 FROM waiting WHERE thread = ?)`;

function waitingPart(db: Database): Pick<Shelf, 'append' | 'waiting' | 'discard' | 'know'> {
  return {
    append: async (mark, { id, record: sealed }, due) =>
      db.atomic(() => {
        const { thread, until, now } = mark;
        if (due) wantNow(db, thread, now);
        if (db.get(KNOWN, thread, id, thread, id, now) !== undefined) return false;
        keep(db, mark);
        db.run(
          'INSERT INTO waiting (thread, id, record, until) VALUES (?, ?, ?, ?)',
          ...[thread, id, sealed, until],
        );
        return true;
      }),
    waiting: async (thread) => db.all(WAITING, thread).map(slip),
    async discard(thread, ids, doneUntil) {
      db.atomic(() => {
        take(db, thread, ids, doneUntil);
        db.run(NOTHING_LEFT, thread, thread);
      });
    },
    async know(mark) {
      const known = 'SELECT 1 FROM threads WHERE thread = ? AND until >= ?';
      if (db.get(known, mark.thread, mark.until) !== undefined) return;
      db.atomic(() => keep(db, mark));
    },
  };
}

function casePart(
  db: Database,
): Pick<Shelf, 'load' | 'commit' | 'expire' | 'remove' | 'threadKey'> {
  const revisionOf = (thread: string) =>
    String(db.get('SELECT revision FROM threads WHERE thread = ?', thread)?.revision ?? '');
  return {
    async load(thread) {
      const row = db.get('SELECT kase AS record, revision FROM threads WHERE thread = ?', thread);
      const revision = String(row?.revision ?? '');
      return revision === '' ? null : { record: record(row), revision };
    },
    commit: async (change) =>
      db.atomic(() => {
        const { thread, expects, takes, doneUntil, revision, until } = change;
        if (revisionOf(thread) !== expects) return false;
        if (!takes.every((id) => db.get(WAITS, thread, id) !== undefined)) return false;
        keep(db, change);
        take(db, thread, takes, doneUntil);
        const latest = 'SELECT MAX(until) AS until FROM waiting WHERE thread = ?';
        const waits = Number(db.get(latest, thread)?.until ?? 0);
        db.run(
          `UPDATE threads SET kase = ?, revision = ?, case_until = ?, until = ? WHERE thread = ?`,
          ...[change.record, revision, until, Math.max(until, waits), thread],
        );
        return true;
      }),
    async expire(thread, revision) {
      db.run(
        `UPDATE threads SET kase = NULL, revision = '' WHERE thread = ? AND revision = ?`,
        ...[thread, revision],
      );
    },
    async remove(thread, doneUntil) {
      const removed = db.atomic(() => {
        take(
          db,
          thread,
          db.all(WAITING, thread).map(({ id }) => String(id)),
          doneUntil,
        );
        for (const table of ['indexed', 'jobs', 'later', 'failed']) {
          db.run(`DELETE FROM ${table} WHERE thread = ?`, thread);
        }
        return db.run('DELETE FROM threads WHERE thread = ?', thread) > 0;
      });
      db.wipeLog();
      return removed;
    },
    async threadKey(thread) {
      const row = db.get('SELECT key FROM threads WHERE thread = ?', thread);
      return row === undefined ? null : String(row.key);
    },
  };
}

function auditPart(
  db: Database,
): Pick<Shelf, 'pseudonym' | 'pseudonyms' | 'forgetPseudonym' | 'addAudit' | 'audit'> {
  return {
    async pseudonym(team, person, fresh, until) {
      const known = 'SELECT record FROM pseudonyms WHERE team = ? AND person = ? AND until > ?';
      const kept = db.get(known, team, person, until - DAY_MS);
      if (kept !== undefined) return record(kept);
      const row = db.get(
        `INSERT INTO pseudonyms (team, person, record, until) VALUES (?, ?, ?, ?)
         ON CONFLICT DO UPDATE SET until = MAX(until, excluded.until) RETURNING record`,
        ...[team, person, fresh, until],
      );
      return record(row);
    },
    pseudonyms: async () =>
      db.all('SELECT team, person, record FROM pseudonyms').map((row) => ({
        name: recordName.pseudonym(String(row.team), String(row.person)),
        record: record(row),
      })),
    async forgetPseudonym(team, person) {
      const all = person === null ? 1 : 0;
      db.run(
        'DELETE FROM pseudonyms WHERE team = ? AND (? OR person = ?)',
        team,
        all,
        person ?? '',
      );
    },
    async addAudit(at, { id, record: sealed }, until) {
      db.run(
        'INSERT INTO audit (at, id, record, until) VALUES (?, ?, ?, ?)',
        ...[at, id, sealed, until],
      );
    },
    async *audit(since): AsyncIterable<AuditLine> {
      yield* db.all('SELECT id, record FROM audit WHERE at >= ? ORDER BY at, seq', since).map(slip);
    },
  };
}

/** Where sealed records stand: table, column, and what their record name is made of. */
const SEALED = [
  { table: 'meta', column: 'record', ids: ['name', ''], name: recordName.meta },
  { table: 'threads', column: 'key', ids: ['thread', ''], name: recordName.threadKey },
  { table: 'threads', column: 'kase', ids: ['thread', ''], name: recordName.kase },
  { table: 'waiting', column: 'record', ids: ['thread', 'id'], name: recordName.event },
  { table: 'pseudonyms', column: 'record', ids: ['team', 'person'], name: recordName.pseudonym },
  { table: 'audit', column: 'record', ids: ['id', ''], name: recordName.audit },
  { table: 'records', column: 'record', ids: ['name', ''], name: recordName.record },
  { table: 'alarms', column: 'record', ids: ['name', ''], name: recordName.alarm },
] as const;

async function* filed(db: Database): AsyncIterable<Filed> {
  for (const { table, column, ids, name } of SEALED) {
    const page = `SELECT *, rowid AS place FROM ${table} WHERE rowid > ? AND ${column} IS NOT NULL
      ORDER BY rowid LIMIT 200`;
    let rows = db.all(page, 0);
    while (rows.length > 0) {
      for (const row of rows) {
        const sealed = String(row[column]);
        const swap = `UPDATE ${table} SET ${column} = ? WHERE rowid = ? AND ${column} = ?`;
        yield {
          name: name(String(row[ids[0]]), String(row[ids[1]] ?? '')),
          record: sealed,
          swap: async (next) => db.run(swap, next, Number(row.place), sealed) === 1,
        };
      }
      rows = db.all(page, Number(rows.at(-1)?.place));
    }
  }
}

const EXPIRE_CASES = `UPDATE threads SET kase = NULL, revision = '', case_until = NULL
  WHERE case_until <= ?`;
const EXPIRING = [
  'threads',
  'waiting',
  'done',
  'claims',
  'indexed',
  'pseudonyms',
  'audit',
  'records',
];

/** The shelf over one SQLite file. */
export function createLocalShelf(db: Database, release: () => void): Shelf {
  return {
    ...waitingPart(db),
    ...casePart(db),
    ...auditPart(db),
    records: createLocalRecords(db),
    alarms: createLocalAlarms(db),
    // What it stands for is kept next, and takes it along to the disk.
    index: async (member, indexes, until) =>
      db.lightly(() => db.atomic(() => index(db, member, indexes, until))),
    async unindex(member) {
      db.run('DELETE FROM indexed WHERE thread = ?', member);
    },
    async once(name, sealed) {
      db.run('INSERT OR IGNORE INTO meta (name, record) VALUES (?, ?)', name, sealed);
      return record(db.get('SELECT record FROM meta WHERE name = ?', name));
    },
    claim: async (name, now, until) =>
      db.run(
        `INSERT INTO claims (name, until) VALUES (?, ?)
         ON CONFLICT DO UPDATE SET until = excluded.until WHERE claims.until <= ?`,
        ...[name, until, now],
      ) === 1,
    async release(name) {
      db.run('DELETE FROM claims WHERE name = ?', name);
    },
    indexed: async (name, now) =>
      db
        .all('SELECT thread FROM indexed WHERE name = ? AND until > ? ORDER BY until', name, now)
        .map(({ thread }) => String(thread)),
    async sweep(now) {
      const cases = db.run(EXPIRE_CASES, now);
      const deleted = EXPIRING.map((table) =>
        db.run(`DELETE FROM ${table} WHERE until <= ?`, now),
      ).reduce((sum, count) => sum + count, cases);
      db.run('DELETE FROM failed WHERE thread NOT IN (SELECT thread FROM threads)');
      db.wipeLog();
      return deleted;
    },
    filed: () => filed(db),
    async close() {
      db.close();
      release();
    },
  };
}
