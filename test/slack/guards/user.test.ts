import { describe, expect, it } from 'vitest';
import { userRefusal } from '../../../src/slack/guards/user.ts';

const we = { install: 'T1', team: 'T1', enterprise: null, botUser: 'U0BOT', bot: 'B0BOT' };

describe('userRefusal', () => {
  it.each([
    ['a member', { team_id: 'T1' }, null],
    ['a member about whom no flag was sent', {}, null],
    ['a guest of several channels', { is_restricted: true }, 'user-guest'],
    ['a guest of one channel', { is_restricted: true, is_ultra_restricted: true }, 'user-guest'],
    ['a stranger', { is_stranger: true }, 'user-external'],
    ['somebody of another team', { team_id: 'T2' }, 'user-external'],
    ['somebody deactivated', { deleted: true }, 'user-external'],
    ['a bot', { is_bot: true }, 'user-external'],
    ['a workflow', { is_workflow_bot: true }, 'user-external'],
    ['a connector', { is_connector_bot: true }, 'user-external'],
    ['somebody Slack did not answer about', null, 'user-unchecked'],
  ] as const)('%s → %s', (_what, facts, expected) => {
    expect(userRefusal(facts, we)).toBe(expected);
  });

  it.each([
    ['the same organisation', 'E1', null],
    ['another organisation', 'E2', 'user-external'],
  ])('takes a user of another workspace of %s as %s', (_what, enterprise_id, expected) => {
    const facts = { team_id: 'T2', enterprise_user: { enterprise_id } };
    expect(userRefusal(facts, { ...we, enterprise: 'E1', install: 'E1' })).toBe(expected);
  });
});
