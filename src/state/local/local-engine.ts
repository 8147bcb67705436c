import type { Verdict } from '../attempt.ts';
import type { Engine, RunThread } from '../engine.ts';
import { faultCode, type StateErrorCode } from '../state-error.ts';
import type { Database } from './database.ts';
import { createJobs, type Job } from './jobs.ts';

const LONGEST_SLEEP_MS = 1000;

/** What the local engine needs. */
export interface LocalEngineParts {
  readonly db: Database;
  readonly now: () => number;
  readonly concurrency: number;
  readonly onFault: (code: StateErrorCode | 'internal') => void;
}

/** Resolves true when `work` ends within `ms`. */
async function within(ms: number, work: Promise<unknown>): Promise<boolean> {
  const timer = Promise.withResolvers<boolean>();
  const handle = setTimeout(() => timer.resolve(false), ms);
  const ended = work.then(() => true);
  const result = await Promise.race([ended, timer.promise]);
  clearTimeout(handle);
  return result;
}

/**
 * The queue in one process over the data file: one thread at a time and in order, several threads side
 * by side. A job stands in the file until its work is done, so a restart goes on where it stopped.
 */
export function createLocalEngine({ db, now, concurrency, onFault }: LocalEngineParts): Engine {
  const jobs = createJobs(db, now);
  const running = new Map<string, Promise<void>>();
  const stop = new AbortController();
  let run: RunThread | null = null;
  let timer: NodeJS.Timeout | undefined;
  let closing = false;

  const guarded = (work: () => void) => {
    try {
      work();
    } catch (error) {
      if (!closing) onFault(faultCode(error));
    }
  };
  const settle = (job: Job, verdict: Verdict) => {
    if (!stop.signal.aborted || verdict.kind !== 'again') return jobs.settle(job, verdict);
    jobs.settle(job, { kind: 'again', afterMs: 0, counts: false });
  };
  const start = (thread: string, work: RunThread) => {
    const job = jobs.begin(thread);
    const ended = work(thread, job.tries, stop.signal)
      .then((verdict) => guarded(() => settle(job, verdict)))
      .catch((error: unknown) => onFault(faultCode(error)))
      .finally(() => {
        running.delete(thread);
        tick();
      });
    running.set(thread, ended);
  };
  const startDue = (work: RunThread): number => {
    for (const thread of jobs.due([...running.keys()], concurrency - running.size)) {
      start(thread, work);
    }
    if (running.size >= concurrency) return LONGEST_SLEEP_MS;
    return Math.min(jobs.sleepMs([...running.keys()]), LONGEST_SLEEP_MS);
  };
  const tick = () => {
    clearTimeout(timer);
    if (closing || run === null) return;
    let sleepMs = LONGEST_SLEEP_MS;
    try {
      sleepMs = startDue(run);
    } catch (error) {
      onFault(faultCode(error));
    }
    timer = setTimeout(tick, sleepMs);
  };
  const push = async () => {
    setImmediate(tick);
  };
  return {
    async wake(thread, delayMs) {
      if (delayMs > 0) jobs.later(thread, delayMs);
      else jobs.want(thread);
      return push();
    },
    push,
    work(given) {
      run = given;
      guarded(() => jobs.recover());
      tick();
    },
    failed: async () => jobs.failed(),
    depth: async () => jobs.depth(),
    async close(withinMs) {
      closing = true;
      clearTimeout(timer);
      const ends = Promise.all(running.values());
      const grace = Math.min(2000, withinMs / 4);
      if (await within(withinMs - grace, ends)) return;
      stop.abort();
      await within(grace, ends);
    },
  };
}
