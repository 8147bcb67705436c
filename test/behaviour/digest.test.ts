import { afterEach, describe, expect, it } from 'vitest';
import { exampleYear } from '../../demo/example-year.ts';
import {
  DEFAULT_POLICY,
  type WorkspacePolicy,
} from '../../src/pipeline/settings/workspace-policy.ts';
import { nextDigest } from '../../src/pipeline/trends/digest-time.ts';
import { KEY } from '../support/builders.ts';
import { submitForm } from '../support/forms.ts';
import { pressHome } from '../support/home-page.ts';
import { type Running, startApp } from '../support/start-app.ts';
import { view } from '../support/view-parts.ts';

const { say } = view;
const TEAM = KEY.team;
const CHANNEL = 'C09SUPERVISE';
const OWNER = 'U03OWNER';
const DAY_MS = 24 * 60 * 60 * 1000;
/** A Sunday. */
const SUNDAY = Date.UTC(2026, 10, 22, 12);

let running: Running;
let now = SUNDAY;
afterEach(() => running?.stop());

/** A workspace with a year of figures in which an owner chooses the supervision channel. */
async function start(policy: Partial<WorkspacePolicy> = {}, cases = 300) {
  now = SUNDAY;
  running = await startApp({ now: () => now });
  const { records } = running.app.state;
  for (const [id, counts] of exampleYear(view.knowledge, cases, SUNDAY)) {
    await records.change({ team: TEAM, kind: 'trend', id }, () => counts);
  }
  const key = { team: TEAM, kind: 'policy', id: '' } as const;
  await records.change(key, () => ({ ...DEFAULT_POLICY, ...policy }));
  const { slack } = running;
  slack.answers.set('users.info', ({ user = '' }) => ({
    user: { id: user, team_id: TEAM, is_admin: user === OWNER },
  }));
  slack.answers.set('files.getUploadURLExternal', () => ({
    ...{ upload_url: 'https://files.slack.com/api/upload/one', file_id: 'F01PICTURE' },
  }));
  slack.answers.set('files.completeUploadExternal', () => ({ files: [{ id: 'F01PICTURE' }] }));
  await pressHome(slack, 'home-policy:review', OWNER);
  const fields = {
    review: { option: 'open' },
    'supervision-channel': { channels: [CHANNEL] },
  };
  await submitForm(slack, fields, OWNER);
  await running.settled();
  return running;
}

const digests = () =>
  running.slack.called('chat.postMessage').filter(({ channel }) => channel === CHANNEL);

/** The clock goes on to a moment, and what is due rings. */
async function goTo(at: number) {
  now = at;
  await running.app.state.alarms.look();
  await running.settled();
}

describe('the weekly digest', () => {
  it('comes on Monday in working hours, with the picture and the same figures as text', async () => {
    await start();
    await goTo(SUNDAY + 0.8 * DAY_MS);
    expect(digests()).toEqual([]);
    await goTo(Date.UTC(2026, 10, 23, 9, 1));
    const [posted] = digests();
    expect(posted?.blocks).toContain('F01PICTURE');
    expect(posted?.blocks).toContain(say('trends.alt'));
    expect(posted?.blocks).toContain(say('trends.heading.markers'));
    expect(posted?.blocks).toContain(say('digest.none-waiting'));
  });

  it('comes once a week, and only when there are new figures', async () => {
    await start();
    await goTo(Date.UTC(2026, 10, 23, 9, 1));
    await goTo(Date.UTC(2026, 10, 23, 15));
    await goTo(Date.UTC(2026, 10, 30, 9, 1));
    expect(digests()).toHaveLength(1);
  });

  it('comes without the picture where Slack does not take it', async () => {
    await start();
    running.slack.answers.set('files.getUploadURLExternal', () =>
      Response.json({ ok: false, error: 'missing_scope' }),
    );
    await goTo(Date.UTC(2026, 10, 23, 9, 1));
    expect(digests()).toHaveLength(1);
    expect(digests()[0]?.blocks).not.toContain('"image"');
    expect(digests()[0]?.blocks).toContain(say('trends.heading.markers'));
  });

  it.each<[string, Partial<WorkspacePolicy>, number]>([
    ['the owner switched it off', { digest: false }, 300],
    ['no figure comes to five', {}, 3],
  ])('does not come when %s', async (_, policy, cases) => {
    await start(policy, cases);
    await goTo(Date.UTC(2026, 10, 23, 9, 1));
    expect(digests()).toEqual([]);
  });
});

describe('nextDigest', () => {
  const hours = { days: [1, 2, 3, 4, 5], from: 9, to: 17, zone: 'Europe/London' };
  const at = (text: string) => Date.parse(text);
  it.each([
    ['on a Sunday, the next morning', '2026-11-22T12:00Z', '2026-W47', '2026-11-23T09:00Z'],
    ['on a Monday night, that morning', '2026-11-23T03:00Z', '2026-W47', '2026-11-23T09:00Z'],
    [
      'on a Monday that has one, a week later',
      '2026-11-23T10:00Z',
      '2026-W48',
      '2026-11-30T09:00Z',
    ],
    ['late in the week without one, at once', '2026-11-25T11:00Z', null, '2026-11-25T11:00Z'],
    ['on a Friday evening without one, on Monday', '2026-11-27T20:00Z', null, '2026-11-30T09:00Z'],
    ['in summer, by the clock of the zone', '2026-07-05T12:00Z', '2026-W27', '2026-07-06T08:00Z'],
  ])('is due %s', (_, now_, posted, due) => {
    expect(new Date(nextDigest(at(now_), hours, posted)).toISOString()).toBe(
      new Date(at(due)).toISOString(),
    );
  });
});
