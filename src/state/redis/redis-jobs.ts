import { DelayedError, type Job, WaitingError } from 'bullmq';

/** Works off a thread. */
const DRAIN = 'drain';
/** Wakes a thread at its time. */
export const LATER = 'later';

/** Data of a job: an opaque name and nothing else, since jobs stand readable in Redis. */
export interface JobData {
  readonly thread: string;
}
export type TurnJob = Job<JobData, null>;

const JOB = { removeOnComplete: true, removeOnFail: true, stackTraceLimit: 1 } as const;
/** Faults of our own, such as Redis gone in between; turns that fail are counted elsewhere. */
const RETRY = { attempts: 1000, backoff: { type: 'fixed', delay: 1000 } } as const;

/** One job a thread at a time; a wake while it is worked on makes exactly one more after it. */
export function jobOf(thread: string) {
  const deduplication = { id: thread, keepLastIfActive: true };
  return [DRAIN, { thread }, { ...JOB, ...RETRY, deduplication }] as const;
}

/** A wake at a later time; it stands in the way of no other. */
export function laterOf(thread: string, delayMs: number) {
  const jobId = `later-${thread}-${Math.ceil((Date.now() + delayMs) / 1000)}`;
  return [LATER, { thread }, { ...JOB, ...RETRY, jobId, delay: delayMs }] as const;
}

/** Puts a job back without counting a failure, as its verdict says. */
export async function putBack(job: TurnJob, token: string, afterMs: number): Promise<never> {
  if (afterMs === 0) {
    await job.moveToWait(token);
    throw new WaitingError();
  }
  await job.moveToDelayed(Date.now() + afterMs, token);
  throw new DelayedError();
}
