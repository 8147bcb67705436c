import { describe, expect, it } from 'vitest';
import { pressId, turnId } from '../../src/slack/turn-id.ts';
import { KEY } from '../support/builders.ts';

describe('turnId', () => {
  it('is the same for every delivery of one message, in whichever thread it is seen', () => {
    expect(turnId(KEY, '2.2')).toBe(turnId({ ...KEY, thread: '9.9' }, '2.2'));
  });

  it.each([
    [KEY, '2.3'],
    [{ ...KEY, channel: 'C02' }, '2.2'],
    [{ ...KEY, team: 'T02' }, '2.2'],
  ])('differs for another message, channel or team', (key, ts) => {
    expect(turnId(key, ts)).not.toBe(turnId(KEY, '2.2'));
  });

  it('shows nothing of what it is made from', () => {
    expect(turnId(KEY, '2.2')).toMatch(/^[\w-]{22}$/);
  });
});

describe('pressId', () => {
  it('tells two presses of one button apart and two deliveries of one press not', () => {
    const press = (at: string) => pressId(KEY, 'shorter', 'U01', at);
    expect(press('5.1')).toBe(press('5.1'));
    expect(press('5.1')).not.toBe(press('5.2'));
  });
});
