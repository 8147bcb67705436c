import { afterEach, describe, expect, it } from 'vitest';
import { EXAMPLES } from '../../demo/cases.ts';
import { isoWeek } from '../../src/pipeline/trends/iso-week.ts';
import { AUTHOR, KEY } from '../support/builders.ts';
import { type Running, startApp } from '../support/start-app.ts';

const TEAM = KEY.team;
const WEEK_MS = 7 * 24 * 60 * 60 * 1000;
const CASE = EXAMPLES.withdrawal;
const MORE = EXAMPLES.followUp;
const OPEN = 'She said she has put the tablets aside and wants to end her life tonight.';

let running: Running;
let now = Date.UTC(2026, 10, 18, 10);
afterEach(() => running?.stop());

async function start() {
  now = Date.UTC(2026, 10, 18, 10);
  running = await startApp({ now: () => now });
  return running;
}

const weekNow = () =>
  running.app.state.records.read({ team: TEAM, kind: 'trend', id: isoWeek(now) });
const total = (counts: Readonly<Record<string, number>> = {}) =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

describe('the weekly numbers', () => {
  it('count a case once a week, however often it is told on or pressed', async () => {
    const { slack, settled } = await start();
    await slack.mention(CASE);
    await settled();
    const first = await weekNow();
    expect(total(first?.direction)).toBe(1);
    expect(total(first?.marker)).toBeGreaterThan(0);
    await slack.mention(MORE, { ts: '1700000060.000100', thread: KEY.thread });
    await slack.press('helpful');
    await settled();
    const second = await weekNow();
    expect(total(second?.direction)).toBe(1);
    expect(Object.values(second?.marker ?? {}).every((count) => count === 1)).toBe(true);
  });

  it('count it anew in the next week', async () => {
    const { slack, settled } = await start();
    await slack.mention(CASE);
    await settled();
    now += WEEK_MS;
    await slack.mention(MORE, { ts: '1700000060.000100', thread: KEY.thread });
    await settled();
    expect(total((await weekNow())?.direction)).toBe(1);
  });

  it('hold nothing of safety, no id and no word', async () => {
    const { slack, settled } = await start();
    await slack.mention(OPEN);
    await settled();
    expect(await weekNow()).toBeNull();
    await slack.mention(CASE, { ts: '1700000500.000100' });
    await settled();
    const kept = JSON.stringify(await weekNow());
    expect(kept).not.toMatch(/U0|C0|quiet|fee\b|case-/);
  });

  it('stay when a case is deleted, without what tied the case to them', async () => {
    const { slack, settled, app } = await start();
    await slack.mention(CASE);
    await settled();
    expect(await app.state.records.all(TEAM, 'trend-case')).toHaveLength(1);
    await slack.press('delete');
    await slack.submit({}, { user: AUTHOR });
    await settled();
    expect(await app.state.records.all(TEAM, 'trend-case')).toEqual([]);
    expect(total((await weekNow())?.direction)).toBe(1);
  });
});
