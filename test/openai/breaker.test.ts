import { describe, expect, it } from 'vitest';
import { createBreaker } from '../../src/openai/breaker.ts';
import type { ModelFaultCode } from '../../src/pipeline/language-model.ts';

function clocked() {
  let now = 1_000_000;
  const breaker = createBreaker(() => now);
  const fail = (code: ModelFaultCode, inMs: number | null = null) =>
    breaker.failed({ code, retryAt: inMs === null ? null : now + inMs });
  return {
    breaker,
    fail,
    pass: (ms: number) => (now += ms),
    rests: () => breaker.restsUntil() !== null,
  };
}

describe('createBreaker', () => {
  it('rests after three failures of the endpoint in a row, and tries again later', () => {
    const { fail, pass, rests } = clocked();
    fail('network');
    fail('timeout');
    expect(rests()).toBe(false);
    fail('overloaded');
    expect(rests()).toBe(true);
    pass(31_000);
    expect(rests()).toBe(false);
    fail('network');
    expect(rests()).toBe(true);
  });

  it('forgets failures after a success', () => {
    const { breaker, fail, rests } = clocked();
    fail('network');
    fail('network');
    breaker.succeeded();
    fail('network');
    expect(rests()).toBe(false);
  });

  it.each(['auth', 'quota'] as const)('rests at once on %s', (code) => {
    const { fail, rests } = clocked();
    fail(code);
    expect(rests()).toBe(true);
  });

  it('rests as long as a rate limit asks, within reason', () => {
    const { fail, pass, rests } = clocked();
    fail('rate-limited', 90_000);
    pass(89_000);
    expect(rests()).toBe(true);
    pass(2000);
    expect(rests()).toBe(false);
    fail('rate-limited', 86_400_000);
    pass(11 * 60_000);
    expect(rests()).toBe(false);
  });

  it.each(['refused', 'filtered', 'truncated', 'invalid-shape', 'cancelled'] as const)(
    'does not count %s against the endpoint',
    (code) => {
      const { fail, rests } = clocked();
      for (let at = 0; at < 5; at++) fail(code);
      expect(rests()).toBe(false);
    },
  );
});
