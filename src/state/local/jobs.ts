import type { Verdict } from '../attempt.ts';
import type { FailedThread, QueueDepth } from '../engine.ts';
import type { Database } from './database.ts';

/** One thread's work as it was begun: how often it had been asked for, and which attempt this is. */
export interface Job {
  readonly thread: string;
  readonly wanted: number;
  readonly tries: number;
}

const number = (value: unknown) => Number(value ?? 0);
const holes = (values: readonly string[]) => values.map(() => '?').join(', ');

function want(db: Database, thread: string, due: number): void {
  db.run(
    `INSERT INTO jobs (thread, due) VALUES (?, ?)
     ON CONFLICT DO UPDATE SET wanted = wanted + 1`,
    ...[thread, due],
  );
}

/** Makes a job for a thread that is due now, also if it was given up; part of a transaction. */
export function wantNow(db: Database, thread: string, now: number): void {
  db.run('DELETE FROM failed WHERE thread = ?', thread);
  want(db, thread, now);
}

/** Takes a finished job away, or starts it afresh when it was asked for again meanwhile. */
function finish(db: Database, { thread, wanted }: Job, due: number): void {
  if (db.run('DELETE FROM jobs WHERE thread = ? AND wanted = ?', thread, wanted) > 0) return;
  db.run('UPDATE jobs SET tries = 0, due = ? WHERE thread = ?', due, thread);
}

function fail(db: Database, { thread, tries }: Job, at: number, code: string): void {
  const known = 'SELECT 1 FROM threads WHERE thread = ?';
  if (db.get(known, thread) === undefined) return;
  db.run(
    'INSERT OR REPLACE INTO failed (thread, at, tries, code) VALUES (?, ?, ?, ?)',
    ...[thread, at, tries, code],
  );
}

/** The jobs of the data file: at most one a thread, with how often it was asked for while it ran. */
export function createJobs(db: Database, now: () => number) {
  return {
    want(thread: string): void {
      db.atomic(() => wantNow(db, thread, now()));
    },
    later(thread: string, delayMs: number): void {
      db.run('INSERT OR IGNORE INTO later (thread, due) VALUES (?, ?)', thread, now() + delayMs);
    },
    /** Makes a job for every thread that waits without one and was not given up. */
    recover(): void {
      db.run(
        `INSERT OR IGNORE INTO jobs (thread, due) SELECT DISTINCT thread, ? FROM waiting
         WHERE thread NOT IN (SELECT thread FROM failed)`,
        now(),
      );
    },
    /** Threads whose time has come, longest due first, without those that are worked on. */
    due(running: readonly string[], limit: number): string[] {
      const at = now();
      if (db.get('SELECT 1 FROM later WHERE due <= ?', at) !== undefined) {
        db.atomic(() => {
          const ripe = db.all('SELECT DISTINCT thread FROM later WHERE due <= ?', at);
          for (const { thread } of ripe) want(db, String(thread), at);
          db.run('DELETE FROM later WHERE due <= ?', at);
        });
      }
      const sql = `SELECT thread FROM jobs WHERE due <= ? AND thread NOT IN (${holes(running)})
        ORDER BY due LIMIT ?`;
      return db.all(sql, at, ...running, limit).map(({ thread }) => String(thread));
    },
    /** Milliseconds until something that is not worked on is due. */
    sleepMs(running: readonly string[]): number {
      const sql = `SELECT MIN(due) AS due FROM (SELECT due FROM later UNION ALL
        SELECT due FROM jobs WHERE thread NOT IN (${holes(running)}))`;
      const due = db.get(sql, ...running)?.due;
      return due === null || due === undefined ? Infinity : Math.max(0, number(due) - now());
    },
    /** Counts the attempt before it starts, so that one that ends with the process counts too. */
    begin(thread: string): Job {
      const sql = 'UPDATE jobs SET tries = tries + 1 WHERE thread = ? RETURNING wanted, tries';
      const row = db.lightly(() => db.get(sql, thread));
      return { thread, wanted: number(row?.wanted), tries: number(row?.tries) };
    },
    /** What a power cut undoes of it is done once more: whatever was answered waits no longer. */
    settle(job: Job, verdict: Verdict): void {
      const settled = () => {
        if (verdict.kind === 'again') {
          const tries = verdict.counts ? job.tries : job.tries - 1;
          const sql = 'UPDATE jobs SET tries = ?, due = ? WHERE thread = ?';
          db.run(sql, tries, now() + verdict.afterMs, job.thread);
          return;
        }
        if (verdict.kind === 'gave-up') fail(db, job, now(), verdict.code);
        finish(db, job, now());
      };
      db.lightly(() => db.atomic(settled));
    },
    failed: (): FailedThread[] =>
      db.all('SELECT thread, at, tries, code FROM failed ORDER BY at').map((row) => ({
        thread: String(row.thread),
        at: number(row.at),
        tries: number(row.tries),
        code: String(row.code),
      })),
    depth(): QueueDepth {
      const jobs = db.get('SELECT COUNT(*) AS threads, MIN(due) AS oldest FROM jobs');
      const failed = db.get('SELECT COUNT(*) AS failed FROM failed');
      const oldest = jobs?.oldest === null ? now() : number(jobs?.oldest);
      return {
        threads: number(jobs?.threads),
        failed: number(failed?.failed),
        oldestMs: Math.max(0, now() - oldest),
      };
    },
  };
}
