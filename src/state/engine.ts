import type { Verdict } from './attempt.ts';

/** A thread that was given up, without any text. */
export interface FailedThread {
  /** Opaque name. */
  readonly thread: string;
  readonly at: number;
  readonly tries: number;
  readonly code: string;
}

/** How much work there is. */
export interface QueueDepth {
  /** Threads that wait or are worked on. */
  readonly threads: number;
  readonly failed: number;
  /** Age in ms of what is due longest; 0 when nothing is. */
  readonly oldestMs: number;
}

/** Works on one thread once; `signal` is aborted when the work should be handed back. */
export type RunThread = (thread: string, tries: number, signal: AbortSignal) => Promise<Verdict>;

/** What a driver does for the queue. It knows threads by their opaque names only. */
export interface Engine {
  wake(thread: string, delayMs: number): Promise<void>;
  /** Wakes a thread that an event was just appended to as due. */
  push(thread: string): Promise<void>;
  work(run: RunThread): void;
  failed(): Promise<readonly FailedThread[]>;
  depth(): Promise<QueueDepth>;
  close(withinMs: number): Promise<void>;
}
