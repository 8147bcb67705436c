import { DelayedError, Queue, WaitingError, Worker } from 'bullmq';
import type { Verdict } from '../attempt.ts';
import type { Engine, QueueDepth, RunThread } from '../engine.ts';
import { faultCode, type StateErrorCode } from '../state-error.ts';
import type { RedisClient } from './connect.ts';
import { guarded, redisFault } from './redis-fault.ts';
import { type JobData, jobOf, LATER, laterOf, putBack, type TurnJob } from './redis-jobs.ts';
import { QUEUE_NAME, QUEUE_PREFIX, redisKeys } from './redis-keys.ts';
import { createLedger } from './redis-ledger.ts';

/** What the Redis engine needs. */
export interface RedisEngineParts {
  readonly fast: RedisClient;
  readonly patient: RedisClient;
  /** Opens the worker's own connection, which waits for Redis for ever. */
  readonly connectWorker: () => RedisClient;
  readonly now: () => number;
  readonly concurrency: number;
  readonly onFault: (code: StateErrorCode | 'internal') => void;
}

/**
 * A worker that falls silent is relieved after its lock and one check at the latest. The lock is renewed
 * at half its time, so a restart of Redis of up to three seconds costs no worker its turn.
 */
const LOCK_MS = 6000;
const CHECK_MS = 2000;
const RESCUE_MS = 15_000;

function openQueue(connection: RedisClient, onFault: RedisEngineParts['onFault']) {
  const queue = new Queue<JobData, null>(QUEUE_NAME, {
    connection,
    prefix: QUEUE_PREFIX,
    streams: { events: { maxLen: 100 } },
  });
  queue.on('error', (error) => onFault(redisFault(error).code));
  return queue;
}

/** Works on one job: once through its thread, then as the verdict says. */
function createProcessor(
  ledger: ReturnType<typeof createLedger>,
  wake: (thread: string) => Promise<unknown>,
  stop: AbortSignal,
) {
  const settle = async (job: TurnJob, token: string, tries: number, verdict: Verdict) => {
    const { thread } = job.data;
    if (verdict.kind === 'again') {
      if (!verdict.counts || stop.aborted) await ledger.count(thread, -1);
      await putBack(job, token, stop.aborted ? 0 : Math.max(1, verdict.afterMs));
    }
    if (verdict.kind === 'gave-up') await ledger.fail(thread, tries, verdict.code);
    await ledger.forgetTries(thread);
  };
  return async (work: RunThread, job: TurnJob, token: string, signal: AbortSignal) => {
    const { thread } = job.data;
    try {
      if (job.name === LATER) await wake(thread);
      else {
        const tries = await ledger.count(thread, 1);
        const verdict = await work(thread, tries, AbortSignal.any([signal, stop]));
        await settle(job, token, tries, verdict);
      }
      return null;
    } catch (error) {
      if (error instanceof DelayedError || error instanceof WaitingError) throw error;
      throw redisFault(error);
    }
  };
}

const WORKER = {
  prefix: QUEUE_PREFIX,
  lockDuration: LOCK_MS,
  stalledInterval: CHECK_MS,
  maxStalledCount: 1_000_000,
} as const;

/**
 * The queue on BullMQ: any number of processes work on it, each thread on one at a time. A worker that
 * dies is relieved by another; a thread whose wake was lost is found by looking through what is
 * unanswered.
 */
export function createRedisEngine(parts: RedisEngineParts): Engine {
  const { fast, concurrency, connectWorker, onFault } = parts;
  const queue = openQueue(fast, onFault);
  const ledger = createLedger(parts.patient, parts.now);
  const stop = new AbortController();
  const wake = async (thread: string) => {
    await guarded(queue.add(...jobOf(thread)));
  };
  const process = createProcessor(ledger, wake, stop.signal);
  let worker: Worker<JobData, null> | null = null;
  let connection: RedisClient | null = null;
  let rescuer: NodeJS.Timeout | undefined;

  const rescue = async () => {
    for (const thread of await ledger.overdue()) {
      await wake(thread);
      await ledger.postpone(thread);
    }
    await ledger.dropOldFailed();
  };
  const rescueSafely = () => {
    rescue().catch((error: unknown) => onFault(faultCode(error)));
  };
  return {
    push: wake,
    async wake(thread, delayMs) {
      if (delayMs > 0) await guarded(queue.add(...laterOf(thread, delayMs)));
      else await Promise.all([guarded(fast.hdel(redisKeys.failed, thread)), wake(thread)]);
    },
    work(run) {
      connection = connectWorker();
      worker = new Worker<JobData, null>(
        QUEUE_NAME,
        // BullMQ hands over the signal only to a function that declares three parameters.
        (job: TurnJob, token: string | undefined, signal: AbortSignal | undefined) =>
          process(run, job, token ?? '', signal ?? stop.signal),
        { ...WORKER, connection, concurrency },
      );
      const own = worker;
      own.on('error', (error) => onFault(redisFault(error).code));
      own.on('lockRenewalFailed', (ids) => {
        for (const id of ids) own.cancelJob(id, 'lock lost');
      });
      rescueSafely();
      rescuer = setInterval(rescueSafely, RESCUE_MS);
    },
    failed: ledger.failed,
    depth: () => depthOf(queue, parts),
    async close(withinMs) {
      clearInterval(rescuer);
      if (worker !== null) await closeWorker(worker, stop, withinMs);
      connection?.disconnect();
      await queue.close().catch(() => undefined);
    },
  };
}

/** Age of the oldest job that is due; looking through what is unanswered begins that list anew. */
async function oldestJobMs(queue: Queue): Promise<number> {
  const due = await guarded(queue.getJobs(['waiting', 'active'], 0, 0, true));
  return due.reduce((oldest, job) => Math.max(oldest, Date.now() - job.timestamp), 0);
}

async function depthOf(queue: Queue, { patient, now }: RedisEngineParts): Promise<QueueDepth> {
  const [counts, failed, [, unanswered] = [], jobMs] = await Promise.all([
    guarded(queue.getJobCounts('waiting', 'active', 'delayed')),
    guarded(patient.hlen(redisKeys.failed)),
    guarded(patient.zrange(redisKeys.unanswered, '0', '0', 'WITHSCORES')),
    oldestJobMs(queue),
  ]);
  const eventMs = unanswered === undefined ? 0 : now() - Number(unanswered);
  return {
    threads: Object.values(counts).reduce((sum, some) => sum + some, 0),
    failed,
    oldestMs: Math.max(0, jobMs, eventMs),
  };
}

const pause = (ms: number) =>
  new Promise<false>((resolve) => setTimeout(() => resolve(false), ms).unref());

/** Waits for what runs, then asks it to stop, then lets go: its lock runs out and another takes over. */
async function closeWorker(worker: Worker, stop: AbortController, withinMs: number): Promise<void> {
  const closed = worker.close().then(() => true);
  const grace = Math.min(2000, withinMs / 4);
  if (await Promise.race([closed, pause(withinMs - grace)])) return;
  stop.abort();
  if (await Promise.race([closed, pause(grace)])) return;
  await worker.disconnect();
}
