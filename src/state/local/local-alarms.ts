import type { AlarmShelf, KeptAlarm } from '../alarm-shelf.ts';
import type { Database, Row } from './database.ts';

const kept = (row: Row): KeptAlarm => ({
  name: String(row.name),
  record: String(row.record),
  revision: String(row.revision),
});

/** The durable timers in the data file. */
export function createLocalAlarms(db: Database): AlarmShelf {
  return {
    async set({ name, record, revision }, due) {
      db.run(
        `INSERT INTO alarms (name, record, revision, due) VALUES (?, ?, ?, ?)
         ON CONFLICT DO UPDATE SET record = excluded.record, revision = excluded.revision,
           due = excluded.due, tries = 0`,
        ...[name, record, revision, due],
      );
    },
    async get(name) {
      const row = db.get('SELECT name, record, revision FROM alarms WHERE name = ?', name);
      return row === undefined ? null : kept(row);
    },
    async take({ now, leaseUntil, limit, without }) {
      const holes = without.map(() => '?').join(', ');
      const due = `SELECT name FROM alarms WHERE due <= ? AND name NOT IN (${holes})
        ORDER BY due LIMIT ?`;
      const sql = `UPDATE alarms SET due = ?, tries = tries + 1 WHERE name IN (${due})
        RETURNING name, record, revision, tries`;
      const rows = db.all(sql, leaseUntil, now, ...without, limit);
      return rows.map((row) => ({ ...kept(row), tries: Number(row.tries) }));
    },
    async done({ name, revision }) {
      db.run('DELETE FROM alarms WHERE name = ? AND revision = ?', name, revision);
    },
    async again({ name, revision }, due, counted) {
      db.run(
        'UPDATE alarms SET due = ?, tries = tries - ? WHERE name = ? AND revision = ?',
        ...[due, counted ? 0 : 1, name, revision],
      );
    },
    async drop(name) {
      const dropped = db.run('DELETE FROM alarms WHERE name = ?', name) > 0;
      if (dropped) db.wipeLog();
      return dropped;
    },
  };
}
