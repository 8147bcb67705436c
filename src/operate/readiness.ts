import type { Depth } from './queue-gauges.ts';

/** Whether this process can do its work now, part by part, as codes. */
export interface Readiness {
  readonly ready: boolean;
  readonly state: 'reachable' | 'unreachable';
  readonly slack: 'open' | 'closed';
  /** `elsewhere` for a process that only receives. */
  readonly queue: 'working' | 'stuck' | 'unknown' | 'elsewhere';
}

/** What readiness is judged by. */
export interface ReadinessParts {
  readonly depth: () => Promise<Depth>;
  readonly isOpen: () => boolean;
  /** False for a process that only receives. */
  readonly works: boolean;
  /** When this process last finished a turn, on the clock of `performance.now()`. */
  readonly lastTurn: () => number;
  readonly waitMs?: number;
}

const WAIT_MS = 2_000;
/** What waits for longer than this while nothing gets done is stuck. */
const STUCK_MS = 60_000;

/** The depth, or null when state does not tell in time. */
async function depthWithin({ depth, waitMs = WAIT_MS }: ReadinessParts): Promise<Depth | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), waitMs);
  });
  try {
    return await Promise.race([depth().catch(() => null), late]);
  } finally {
    clearTimeout(timer);
  }
}

function queueOf(depth: Depth | null, { works, lastTurn }: ReadinessParts): Readiness['queue'] {
  if (!works) return 'elsewhere';
  if (depth === null) return 'unknown';
  const idle = performance.now() - lastTurn();
  return depth.oldestMs > STUCK_MS && idle > STUCK_MS ? 'stuck' : 'working';
}

/** Asks state, Slack's line and the queue; answers within about two seconds and never throws. */
export async function readinessOf(parts: ReadinessParts): Promise<Readiness> {
  const depth = await depthWithin(parts);
  const state = depth === null ? 'unreachable' : 'reachable';
  const slack = parts.isOpen() ? 'open' : 'closed';
  const queue = queueOf(depth, parts);
  const ready = state === 'reachable' && slack === 'open' && queue !== 'stuck';
  return { ready, state, slack, queue };
}
