import { afterEach, describe, expect, it } from 'vitest';
import { DEFAULT_POLICY } from '../../src/pipeline/settings/workspace-policy.ts';
import { AUTHOR, KEY, OTHER } from '../support/builders.ts';
import { textOf } from '../support/fake-slack.ts';
import { submitForm } from '../support/forms.ts';
import { homeOf as blocksOf, openHome, pressHome } from '../support/home-page.ts';
import { type Running, startApp } from '../support/start-app.ts';
import { view } from '../support/view-parts.ts';

const { say } = view;
const TEAM = KEY.team;
const OWNER = 'U03OWNER';
const SUPERVISOR = 'U04SUPER';
const CASE =
  'My client has gone quiet since I raised the fee. She says it is fine and looks away. I felt guilty and talked too much. I asked about risk and there was nothing.';

let running: Running;
afterEach(() => running?.stop());

async function start() {
  running = await startApp();
  running.slack.answers.set('users.info', ({ user = '' }) => ({
    user: { id: user, team_id: TEAM, is_admin: user === OWNER },
  }));
  return running;
}

/** The Home tab of a person, as text. */
async function homeOf(user: string): Promise<string> {
  const { slack, settled } = running;
  await openHome(slack, user);
  await settled();
  return textOf(blocksOf(slack, user));
}

const policyNow = () => running.app.state.records.read({ team: TEAM, kind: 'policy', id: '' });

describe('the Home tab', () => {
  it('shows a clinician their cases by place and state, and no word of a case', async () => {
    const { slack, settled } = await start();
    await slack.mention(CASE);
    await settled();
    const shown = await homeOf(AUTHOR);
    expect(shown).toContain(`<#${KEY.channel}>`);
    expect(shown).toContain(say('home.only-states'));
    expect(shown).not.toMatch(/fee|quiet|guilty/);
    expect(shown).not.toContain(say('home.policy.title'));
    expect(shown).not.toContain(say('home.queue.title'));
    expect(await homeOf(OTHER)).toContain(say('home.cases.none'));
  });

  it('keeps what somebody chose and draws the page anew', async () => {
    const { slack, settled } = await start();
    await pressHome(slack, 'home-settings');
    await submitForm(slack, { lens: { option: 'act' }, switches: { options: ['followUps'] } });
    await settled();
    const kept = await running.app.state.records.read({ team: TEAM, kind: 'settings', id: AUTHOR });
    expect(kept).toEqual({
      ...{ lens: 'act', hypothesisFirst: false, followUps: true, wordOffers: false },
    });
    expect(textOf(blocksOf(slack))).toContain(say('settings.lens.act'));
    expect(JSON.stringify(slack.answered)).toContain(say('settings.saved'));
  });

  it('lets an owner decide the policy, and notes in the audit who did', async () => {
    const { slack, settled } = await start();
    expect(await homeOf(OWNER)).toContain(say('home.policy.no-channel'));
    await pressHome(slack, 'home-policy:review', OWNER);
    await submitForm(
      slack,
      {
        review: { option: 'gate' },
        'supervision-channel': { channels: ['C09SUPERVISE'] },
        supervisors: { users: [SUPERVISOR] },
      },
      OWNER,
    );
    await settled();
    expect(await policyNow()).toMatchObject({
      ...{ review: 'gate', supervisionChannel: 'C09SUPERVISE', supervisors: [SUPERVISOR] },
      retentionDays: DEFAULT_POLICY.retentionDays,
    });
    expect(textOf(blocksOf(slack, OWNER))).toContain('<#C09SUPERVISE>');
    const audit = await running.app.state.store.audit(0);
    expect(audit.at(-1)).toMatchObject({ what: 'policy.changed', who: OWNER, about: 'review' });
    expect(await homeOf(SUPERVISOR)).toContain(say('home.queue.none.waiting'));
  });

  it('names a fault at its field and changes nothing', async () => {
    const { slack } = await start();
    await pressHome(slack, 'home-policy:cases', OWNER);
    await submitForm(slack, { retention: { line: '0' } }, OWNER);
    expect(slack.answered).toEqual({
      response_action: 'errors',
      errors: { retention: say('policy.fault.days') },
    });
    expect(await policyNow()).toBeNull();
  });

  it.each(['home-policy:cases', 'home-trends', 'home-filter:all'])(
    'opens nothing but a plain no for %s by somebody without the role',
    async (actionId) => {
      const { slack, settled } = await start();
      await pressHome(slack, actionId);
      await settled();
      const no = say(
        actionId.startsWith('home-policy') ? 'roles.not-owner' : 'refused.not-supervisor',
      );
      expect(textOf(slack.modal().blocks)).toBe(no);
      expect(slack.called('views.publish')).toEqual([]);
    },
  );

  it('refuses a policy that is submitted by somebody who is no owner', async () => {
    const { slack } = await start();
    await pressHome(slack, 'home-policy:cases', OWNER);
    await submitForm(slack, { switches: { options: ['paused'] } }, AUTHOR);
    expect(await policyNow()).toBeNull();
    expect(JSON.stringify(slack.answered)).toContain(say('roles.not-owner'));
  });

  it('says plainly when it cannot be put together', async () => {
    const { slack, settled } = await start();
    await homeOf(AUTHOR);
    running.app.state.records.read = async () => {
      throw new Error('away');
    };
    await openHome(slack);
    await settled();
    expect(textOf(blocksOf(slack))).toBe(say('home.failed'));
  });

  it('tells guests no more than a sentence', async () => {
    const { slack } = await start();
    slack.answers.set('users.info', ({ user = '' }) => ({
      user: { id: user, team_id: TEAM, is_restricted: true },
    }));
    expect(await homeOf(AUTHOR)).toBe(say('refused.guest'));
  });
});
