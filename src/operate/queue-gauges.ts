import { Gauge, type Registry } from 'prom-client';

/** How much work there is; `oldestMs` is the age of what is due longest. */
export interface Depth {
  readonly threads: number;
  readonly failed: number;
  readonly oldestMs: number;
}

/** What waits for a supervisor. */
export interface ReviewsWaiting {
  readonly count: number;
  /** Age in milliseconds of the oldest; 0 when none waits. */
  readonly oldestMs: number;
}

/** What is asked when the gauges are read. */
export interface Gauged {
  readonly depth: () => Promise<Depth>;
  readonly reviews?: (() => Promise<ReviewsWaiting>) | undefined;
  readonly isOpen: () => boolean;
}

const FRESH_MS = 1000;

/** One answer for all who ask within a second; null when there is none. */
function shared<Answer>(ask: () => Promise<Answer>): () => Promise<Answer | null> {
  let asked = Number.NEGATIVE_INFINITY;
  let answer: Promise<Answer | null> = Promise.resolve(null);
  return () => {
    if (performance.now() - asked < FRESH_MS) return answer;
    asked = performance.now();
    answer = ask().catch(() => null);
    return answer;
  };
}

/**
 * Registers how much waits, asked anew whenever it is read. Every process of a clinic tells the same
 * numbers: take their maximum, not their sum. What cannot be asked is left out.
 */
export function registerQueueGauges(registry: Registry, asks: Gauged): void {
  const gauge = (name: string, help: string, read: () => Promise<number | undefined>) =>
    new Gauge({
      ...{ name: `impasse_${name}`, help, registers: [registry] },
      async collect() {
        const value = await read();
        if (value === undefined) this.remove();
        else this.set(value);
      },
    });
  const depth = shared(asks.depth);
  gauge(
    'queue_threads',
    'Threads that wait or are worked on.',
    async () => (await depth())?.threads,
  );
  gauge(
    'queue_failed',
    'Threads given up and not tried again.',
    async () => (await depth())?.failed,
  );
  gauge('queue_oldest_seconds', 'Age of what is due longest.', async () => {
    const known = await depth();
    return known === null ? undefined : known.oldestMs / 1000;
  });
  gauge('slack_open', '1 while something can arrive from Slack.', async () => +asks.isOpen());
  const { reviews } = asks;
  if (reviews === undefined) return;
  const waiting = shared(reviews);
  gauge(
    'reviews_waiting',
    'Cases that wait for a supervisor.',
    async () => (await waiting())?.count,
  );
  gauge('reviews_oldest_seconds', 'Age of the oldest case that waits.', async () => {
    const known = await waiting();
    return known === null ? undefined : known.oldestMs / 1000;
  });
}
