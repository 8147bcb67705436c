/** The steps of a turn whose length is measured. */
export type Stage =
  /** A message from the door to the waiting list. */
  | 'take'
  | 'readable'
  | 'deidentify'
  | 'screen'
  | 'read'
  | 'missing-info'
  | 'suggest'
  /** All of the deterministic reading, the stages above included. */
  | 'consult'
  | 'load'
  | 'store'
  | 'deliver'
  | 'refine';

/** Told how long one run of a stage took, in milliseconds. */
export type Observe = (stage: Stage, ms: number) => void;

/** Runs `work` and tells how long it took, whether it failed or not. */
export async function observed<T>(
  observe: Observe,
  stage: Stage,
  work: () => Promise<T>,
): Promise<T> {
  const began = performance.now();
  try {
    return await work();
  } finally {
    observe(stage, performance.now() - began);
  }
}

/** The same for work that is done when it returns. */
export function observedNow<T>(observe: Observe, stage: Stage, work: () => T): T {
  const began = performance.now();
  try {
    return work();
  } finally {
    observe(stage, performance.now() - began);
  }
}
