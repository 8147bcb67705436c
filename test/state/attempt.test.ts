import { describe, expect, it, vi } from 'vitest';
import { attempt, backOff } from '../../src/state/attempt.ts';

const fine = async () => {};
const broken = (error: unknown) => async () => {
  throw error;
};

describe('backOff', () => {
  it.each([
    [1, 500],
    [2, 1000],
    [5, 8000],
    [9, 60_000],
    [10_000, 60_000],
  ])('pauses after attempt %i for %i ms at most and half of it at least', (tries, most) => {
    expect(backOff(tries, () => 0)).toBe(most);
    expect(backOff(tries, () => 1)).toBe(most / 2);
  });
});

describe('attempt', () => {
  it('is done when the work ends', async () => {
    const given = { tries: 1, attempts: 3, drain: fine, giveUp: fine };
    expect(await attempt(given)).toEqual({ kind: 'done' });
  });
  it('comes again after a pause while attempts are left', async () => {
    const given = { tries: 2, attempts: 3, drain: broken(new Error('words')), giveUp: fine };
    expect(await attempt(given)).toMatchObject({ kind: 'again', counts: true });
  });
  it.each([
    [{ retryAfterMs: 90_000 }, 90_000],
    [{ retryAfterMs: 10 ** 9 }, 900_000],
  ])('waits as %j asks, up to a quarter of an hour, uncounted', async (error, afterMs) => {
    const given = { tries: 3, attempts: 3, drain: broken(error), giveUp: fine };
    expect(await attempt(given)).toEqual({ kind: 'again', afterMs, counts: false });
  });
  it.each([
    [Object.assign(new Error('words'), { code: 'slack.not_in_channel' }), 'slack.not_in_channel'],
    [Object.assign(new Error('words'), { code: 'words of a case' }), 'internal'],
    [new Error('words'), 'internal'],
    [null, 'internal'],
  ])('gives up with the last attempt and keeps a code only: %s', async (error, code) => {
    const giveUp = vi.fn(fine);
    const verdict = await attempt({ tries: 3, attempts: 3, drain: broken(error), giveUp });
    expect(verdict).toEqual({ kind: 'gave-up', code });
    expect(giveUp).toHaveBeenCalledExactlyOnceWith(code);
  });
  it('does not work again on a turn that ended with its process too often', async () => {
    const drain = vi.fn(fine);
    const verdict = await attempt({ tries: 4, attempts: 3, drain, giveUp: fine });
    expect(verdict).toEqual({ kind: 'gave-up', code: 'crashed' });
    expect(drain).not.toHaveBeenCalled();
  });
  it('tries to say so again, and stops that too at last', async () => {
    const given = { attempts: 3, drain: fine, giveUp: broken(new Error('away')) };
    expect(await attempt({ ...given, tries: 4 })).toMatchObject({ kind: 'again' });
    expect(await attempt({ ...given, tries: 6 })).toMatchObject({ kind: 'gave-up' });
  });
});
