import { describe, expect, it } from 'vitest';
import { createRate } from '../../../src/slack/guards/rate.ts';

const MINUTE = 60_000;

/** How many of so many at once are taken in. */
const taken = (hasRoom: (user: string) => boolean, user: string, times: number) =>
  Array.from({ length: times }, () => hasRoom(user)).filter(Boolean).length;

describe('createRate', () => {
  it('takes in as many as one person may send, and no more', () => {
    const hasRoom = createRate({ person: 5, workspace: 100 }, () => 0);
    expect(taken(hasRoom, 'U1', 9)).toBe(5);
    expect(taken(hasRoom, 'U2', 2)).toBe(2);
  });

  it('has room again as time passes, evenly', () => {
    let at = 0;
    const hasRoom = createRate({ person: 60, workspace: 0 }, () => at);
    expect(taken(hasRoom, 'U1', 70)).toBe(60);
    at = 2_000;
    expect(taken(hasRoom, 'U1', 5)).toBe(2);
    at += MINUTE;
    expect(taken(hasRoom, 'U1', 70)).toBe(60);
  });

  it('holds a whole workspace to its limit, and what was refused does not count', () => {
    let at = 0;
    const hasRoom = createRate({ person: 0, workspace: 10 }, () => at);
    expect(taken(hasRoom, 'U1', 8) + taken(hasRoom, 'U2', 8)).toBe(10);
    at = MINUTE;
    expect(taken(hasRoom, 'U3', 20)).toBe(10);
  });

  it('sets no limit with 0, and a clock that goes back takes nothing away', () => {
    let at = MINUTE;
    const hasRoom = createRate({ person: 0, workspace: 0 }, () => at);
    expect(taken(hasRoom, 'U1', 5_000)).toBe(5_000);
    const limited = createRate({ person: 3, workspace: 0 }, () => at);
    at = 0;
    expect(taken(limited, 'U1', 5)).toBe(3);
  });
});
