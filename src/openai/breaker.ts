import type { ModelFault, ModelFaultCode } from '../pipeline/language-model.ts';

/** Keeps calls away from an endpoint that cannot answer, so that no case waits for it. */
export interface Breaker {
  /** Milliseconds since the epoch until which no call should be made, or null. */
  restsUntil(): number | null;
  succeeded(): void;
  failed(fault: ModelFault): void;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const STRIKES = 3;
const LONGEST_REST = 10 * MINUTE;

/** Rest after a single fault of this kind: only the owner can mend it. */
const AT_ONCE: Partial<Record<ModelFaultCode, number>> = { auth: 5 * MINUTE, quota: 5 * MINUTE };
/** Faults of the endpoint rather than of one case; three in a row make it rest. */
const COUNTED: readonly ModelFaultCode[] = ['network', 'overloaded', 'timeout', 'bad-request'];
const REST = 30 * SECOND;

/**
 * A breaker that opens at once on a bad key, an empty account or a rate limit, and after three
 * failures of the endpoint in a row; when the rest is over the next call is the trial.
 */
export function createBreaker(now: () => number): Breaker {
  let strikes = 0;
  let until = 0;

  const rest = (to: number) => {
    until = Math.min(to, now() + LONGEST_REST);
  };
  return {
    restsUntil: () => (until > now() ? until : null),
    succeeded: () => {
      strikes = 0;
      until = 0;
    },
    failed: ({ code, retryAt }) => {
      const atOnce = AT_ONCE[code];
      if (atOnce !== undefined) rest(now() + atOnce);
      else if (code === 'rate-limited') rest(retryAt ?? now() + REST);
      else if (COUNTED.includes(code)) {
        strikes += 1;
        if (strikes >= STRIKES) rest(now() + REST);
      }
    },
  };
}
