/** One thing looked at for `doctor`: whether it is well, and what to do if not. */
export interface Finding {
  /** Such as `redis.eviction`. */
  readonly id: string;
  readonly level: 'ok' | 'warn' | 'fail';
  /** What was found, in plain words. */
  readonly found: string;
  /** What to do, empty when it is well. */
  readonly cure: string;
}

export const ok = (id: string, found: string): Finding => ({ id, level: 'ok', found, cure: '' });
export const warn = (id: string, found: string, cure: string): Finding => ({
  ...{ id, level: 'warn', found, cure },
});
export const fail = (id: string, found: string, cure: string): Finding => ({
  ...{ id, level: 'fail', found, cure },
});
