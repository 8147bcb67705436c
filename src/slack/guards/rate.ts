/** How much is taken in within a minute; 0 sets no limit. */
export interface RateLimits {
  readonly person: number;
  readonly workspace: number;
}

/** What holds unless the installer sets otherwise: far more than anybody writes or presses by hand. */
export const DEFAULT_LIMITS: RateLimits = { person: 60, workspace: 1_200 };

const MINUTE_MS = 60_000;
const MOST_KEPT = 10_000;

interface Bucket {
  readonly left: number;
  readonly at: number;
}

/**
 * Counts what one workspace and each of its people send, as buckets that fill evenly over a minute; true
 * while there is room for one more. Counted by each receiving process for itself, in memory.
 */
export function createRate(limits: RateLimits, now: () => number): (user: string) => boolean {
  const people = new Map<string, Bucket>();
  let all: Bucket = { left: limits.workspace, at: now() };

  function filled({ left, at }: Bucket, most: number): Bucket {
    const more = ((now() - at) / MINUTE_MS) * most;
    return { left: Math.min(most, left + Math.max(0, more)), at: now() };
  }

  function keep(user: string, bucket: Bucket): void {
    people.delete(user);
    people.set(user, bucket);
    const [oldest] = people.keys();
    if (people.size > MOST_KEPT && oldest !== undefined) people.delete(oldest);
  }

  return (user) => {
    const { person, workspace } = limits;
    const own = filled(people.get(user) ?? { left: person, at: now() }, person);
    all = filled(all, workspace);
    const room = (person === 0 || own.left >= 1) && (workspace === 0 || all.left >= 1);
    keep(user, room ? { ...own, left: own.left - 1 } : own);
    if (room) all = { ...all, left: all.left - 1 };
    return room;
  };
}
