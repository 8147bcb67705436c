import { faultCode } from './state-error.ts';

/** What came of working on a thread once. */
export type Verdict =
  | { readonly kind: 'done' }
  /** `counts` is false for a wait that was asked for and is no fault. */
  | { readonly kind: 'again'; readonly afterMs: number; readonly counts: boolean }
  | { readonly kind: 'gave-up'; readonly code: string };

/** What an attempt needs; `tries` counts this one, and those that ended with their process. */
export interface Attempt {
  readonly tries: number;
  readonly attempts: number;
  readonly drain: () => Promise<void>;
  /** Told once the attempts are used up. */
  readonly giveUp: (code: string) => Promise<void>;
}

const FIRST_MS = 500;
const LONGEST_MS = 60_000;
const LONGEST_WAIT_MS = 15 * 60_000;
const CODE = /^[A-Za-z0-9_.-]{1,60}$/;

/** Doubling pause before the next attempt, 0.5 s to 60 s, by up to half at random. */
export function backOff(tries: number, random: () => number = Math.random): number {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(tries - 1, 20));
  return Math.round(full * (1 - random() / 2));
}

/** A code that may be kept; messages may not, they can hold words of a case. */
function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && CODE.test(code) ? code : faultCode(error);
}

/** How long the error asks to wait (`retryAfterMs`), or null. */
export function askedWait(error: unknown): number | null {
  const wait = (error as { retryAfterMs?: unknown } | null)?.retryAfterMs;
  return typeof wait === 'number' && wait >= 0 ? Math.min(wait, LONGEST_WAIT_MS) : null;
}

async function giveUp({ tries, attempts, giveUp: tell }: Attempt, code: string): Promise<Verdict> {
  try {
    await tell(code);
    return { kind: 'gave-up', code };
  } catch {
    if (tries >= 2 * attempts) return { kind: 'gave-up', code };
    return { kind: 'again', afterMs: backOff(tries), counts: true };
  }
}

/**
 * Works on a thread once. A failure is repeated after a pause until `attempts` are used up, then given
 * up with its code. An error that carries `retryAfterMs` (a rate limit) waits that long, uncounted.
 */
export async function attempt(given: Attempt): Promise<Verdict> {
  const { tries, attempts, drain } = given;
  if (tries > attempts) return giveUp(given, 'crashed');
  try {
    await drain();
    return { kind: 'done' };
  } catch (error) {
    const wait = askedWait(error);
    if (wait !== null) return { kind: 'again', afterMs: wait, counts: false };
    if (tries >= attempts) return giveUp(given, codeOf(error));
    return { kind: 'again', afterMs: backOff(tries), counts: true };
  }
}
