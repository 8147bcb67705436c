import { afterEach, describe, expect, it } from 'vitest';
import { exampleYear } from '../../demo/example-year.ts';
import { DEFAULT_POLICY } from '../../src/pipeline/settings/workspace-policy.ts';
import { KEY } from '../support/builders.ts';
import { textOf } from '../support/fake-slack.ts';
import { homeOf, openHome, pressHome } from '../support/home-page.ts';
import { type Running, startApp } from '../support/start-app.ts';
import { view } from '../support/view-parts.ts';

const { say } = view;
const TEAM = KEY.team;
const SUPERVISOR = 'U04SUPER';
const NOW = Date.UTC(2026, 10, 22, 12);

let running: Running;
afterEach(() => running?.stop());

async function start() {
  running = await startApp({ now: () => NOW });
  const { records } = running.app.state;
  for (const [id, counts] of exampleYear(view.knowledge, 300, NOW)) {
    await records.change({ team: TEAM, kind: 'trend', id }, () => counts);
  }
  const policy = { ...DEFAULT_POLICY, supervisors: [SUPERVISOR] };
  await records.change({ team: TEAM, kind: 'policy', id: '' }, () => policy);
  const { slack } = running;
  slack.answers.set('views.open', () => ({ view: { id: 'V01TRENDS' } }));
  slack.answers.set('files.getUploadURLExternal', () => ({
    ...{ upload_url: 'https://files.slack.com/api/upload/one', file_id: 'F01PICTURE' },
  }));
  slack.answers.set('files.completeUploadExternal', () => ({ files: [{ id: 'F01PICTURE' }] }));
  return running;
}

const uploads = () => running.slack.called('files.getUploadURLExternal').length;
const updated = () => running.slack.called('views.update').map((args) => args.view ?? '');

describe('the trends from the Home tab', () => {
  it('stand on the page in a few lines, and open as text at once, then with the picture', async () => {
    const { slack, settled } = await start();
    await openHome(slack, SUPERVISOR);
    await settled();
    expect(textOf(homeOf(slack, SUPERVISOR))).toContain(say('trends.direction.withdrawal'));
    await pressHome(slack, 'home-trends', SUPERVISOR);
    expect(textOf(slack.modal().blocks)).toContain(say('trends.heading.triggers'));
    await settled();
    expect(updated()[0]).toContain('F01PICTURE');
    expect(updated()[0]).toContain(say('trends.alt'));
    expect(updated()[0]).toContain(say('trends.heading.triggers'));
  });

  it('are drawn once for the same figures', async () => {
    const { slack, settled } = await start();
    await pressHome(slack, 'home-trends', SUPERVISOR);
    await settled();
    await pressHome(slack, 'home-trends', SUPERVISOR);
    await settled();
    expect(uploads()).toBe(1);
    expect(JSON.stringify(slack.modal().blocks)).toContain('F01PICTURE');
  });

  it('wait until Slack has looked the picture over', async () => {
    const { slack, settled } = await start();
    let refused = 0;
    slack.answers.set('views.update', () => {
      refused += 1;
      return refused === 1 ? Response.json({ ok: false, error: 'invalid_blocks' }) : {};
    });
    await pressHome(slack, 'home-trends', SUPERVISOR);
    await settled();
    await expect.poll(() => updated().length, { timeout: 5_000 }).toBe(2);
  });

  it('stay as text where Slack does not take pictures', async () => {
    const { slack, settled, log } = await start();
    slack.answers.set('files.getUploadURLExternal', () =>
      Response.json({ ok: false, error: 'missing_scope' }),
    );
    await pressHome(slack, 'home-trends', SUPERVISOR);
    await settled();
    expect(updated()).toEqual([]);
    expect(log.join()).toContain('trends.picture-not-shown');
  });
});
