import type { RecordShelf } from '../record-shelf.ts';
import type { Database } from './database.ts';

/** Beyond every time that is counted with. */
const NEVER = Number.MAX_SAFE_INTEGER;

/** The records beside the cases in the data file. */
export function createLocalRecords(db: Database): RecordShelf {
  const get = (name: string) => {
    const row = db.get('SELECT record FROM records WHERE name = ?', name);
    return row === undefined ? null : String(row.record);
  };
  return {
    get: async (name) => get(name),
    put: async ({ name, stands, next, until }) =>
      db.atomic(() => {
        if (get(name) !== stands) return false;
        db.run(
          `INSERT INTO records (name, record, until) VALUES (?, ?, ?)
           ON CONFLICT DO UPDATE SET record = excluded.record, until = excluded.until`,
          ...[name, next, until === 0 ? NEVER : until],
        );
        return true;
      }),
    async drop(name, stands) {
      const sql = 'DELETE FROM records WHERE name = ? AND (? IS NULL OR record = ?)';
      const dropped = db.run(sql, name, stands, stands) > 0;
      if (dropped) db.wipeLog();
      return dropped;
    },
  };
}
