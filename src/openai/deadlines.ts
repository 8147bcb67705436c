import { FaultError } from './model-fault.ts';

/** A signal that fires when time is up, or when an outer one does. */
export interface Deadline {
  readonly signal: AbortSignal;
  /** To be called when what it bounds is over. */
  readonly stop: () => void;
}

/** Time left for a whole call, in milliseconds; fires with a FaultError `timeout` as reason. */
export function within(ms: number, outer: AbortSignal): Deadline {
  const controller = new AbortController();
  const pass = () => controller.abort(outer.reason);
  const timer = setTimeout(() => controller.abort(new FaultError('timeout')), ms);
  if (outer.aborted) pass();
  outer.addEventListener('abort', pass, { once: true });
  return {
    signal: controller.signal,
    stop: () => {
      clearTimeout(timer);
      outer.removeEventListener('abort', pass);
    },
  };
}

/**
 * Time left for the next sign of progress within `outer`. The SDK's own timeout ends with the
 * response headers; a stream that stalls or drips would never end (llm.md 1.4).
 */
export function untilProgress(
  limits: { readonly firstToken: number; readonly idle: number },
  outer: AbortSignal,
): Deadline & { readonly progress: () => void } {
  const controller = new AbortController();
  const pass = () => controller.abort(outer.reason);
  const late = () => controller.abort(new FaultError('timeout'));
  let timer = setTimeout(late, limits.firstToken);
  if (outer.aborted) pass();
  outer.addEventListener('abort', pass, { once: true });
  return {
    signal: controller.signal,
    progress: () => {
      clearTimeout(timer);
      timer = setTimeout(late, limits.idle);
    },
    stop: () => {
      clearTimeout(timer);
      outer.removeEventListener('abort', pass);
    },
  };
}

/** Waits, unless the signal fires first; then it throws the signal's reason. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(done, ms);
    function done() {
      signal.removeEventListener('abort', stopped);
      resolve();
    }
    function stopped() {
      clearTimeout(timer);
      reject(signal.reason);
    }
    if (signal.aborted) stopped();
    else signal.addEventListener('abort', stopped, { once: true });
  });
}
