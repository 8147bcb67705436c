import { afterEach, describe, expect, it } from 'vitest';
import {
  DEFAULT_POLICY,
  type WorkspacePolicy,
} from '../../src/pipeline/settings/workspace-policy.ts';
import { KEY } from '../support/builders.ts';
import { type Running, startApp } from '../support/start-app.ts';
import { view } from '../support/view-parts.ts';

const { say } = view;
const CASE = 'My client has gone quiet since I raised the fee. I felt guilty and talked too much.';
const OPEN = 'She said she has put the tablets aside and wants to end her life tonight.';
const DAY_MS = 24 * 60 * 60 * 1000;
const NEW = 'C0NEWPLACE';

let running: Running;
afterEach(() => running?.stop());

async function start(policy: Partial<WorkspacePolicy>, now?: () => number) {
  running = await startApp(now === undefined ? {} : { now });
  const key = { team: KEY.team, kind: 'policy', id: '' } as const;
  await running.app.state.records.change(key, () => ({ ...DEFAULT_POLICY, ...policy }));
  return running;
}

const notes = () => running.slack.called('chat.postEphemeral').map(({ text }) => text);

describe('what the owner decided', () => {
  it('opens channels that the installer did not name, and closes those of the installer', async () => {
    const { slack, settled } = await start({ channels: [NEW] });
    await slack.mention(CASE, { channel: NEW, ts: '1700000100.000100' });
    await slack.mention(CASE);
    await settled();
    expect(slack.shown('1700000100.000100')).toHaveLength(1);
    expect(slack.shown()).toEqual([]);
    expect(notes().join()).toContain(`<#${NEW}>`);
  });

  it('holds within half a minute of being changed', async () => {
    let now = Date.UTC(2026, 10, 22);
    const { slack, settled, app } = await start({}, () => now);
    await slack.mention(CASE);
    await settled();
    expect(slack.shown()).toHaveLength(1);
    const key = { team: KEY.team, kind: 'policy', id: '' } as const;
    await app.state.records.change(key, () => ({ ...DEFAULT_POLICY, channels: [NEW] }));
    now += 31_000;
    await slack.mention(CASE, { ts: '1700000200.000100' });
    await settled();
    expect(slack.shown('1700000200.000100')).toEqual([]);
  });

  it('pauses everything but safety, and says so kindly', async () => {
    const { slack, settled } = await start({ paused: true });
    await slack.mention(CASE);
    await settled();
    expect(slack.shown()).toEqual([]);
    expect(notes()).toEqual([say('refused.paused')]);
    await slack.mention(OPEN, { ts: '1700000300.000100' });
    await settled();
    expect(slack.shown('1700000300.000100').join()).toContain(say('reply.heading.safety'));
  });

  it('has cases deleted after the days the owner chose', async () => {
    let now = Date.UTC(2026, 10, 22);
    const { slack, settled, app } = await start({ retentionDays: 2 }, () => now);
    await slack.mention(CASE);
    await settled();
    now += 1.9 * DAY_MS;
    expect(await app.state.store.load({ ...KEY })).not.toBeNull();
    now += 0.2 * DAY_MS;
    expect(await app.state.store.load({ ...KEY })).toBeNull();
  });
});
