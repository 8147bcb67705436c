import { describe, expect, it } from 'vitest';
import { channelRefusal } from '../../../src/slack/guards/channel.ts';

const ALLOWED = ['C0ALLOWED', '#team-cases'];

describe('channelRefusal', () => {
  it.each([
    ['an allowed id', 'C0ALLOWED', { name: 'anything' }, null],
    ['an allowed name', 'C0OTHER', { name: 'team-cases' }, null],
    ['a channel that is not on the list', 'C0OTHER', { name: 'general' }, 'channel-not-allowed'],
    ['a name that only begins alike', 'C0OTHER', { name: 'team-cases-2' }, 'channel-not-allowed'],
    ['a channel Slack did not answer about', 'C0ALLOWED', null, 'channel-unchecked'],
    ['a shared channel', 'C0ALLOWED', { is_ext_shared: true }, 'channel-shared'],
    ['one about to be shared', 'C0ALLOWED', { is_pending_ext_shared: true }, 'channel-shared'],
    [
      'one with an invitation out',
      'C0ALLOWED',
      { pending_connected_team_ids: ['T2'] },
      'channel-shared',
    ],
    ['one of the whole organisation', 'C0ALLOWED', { is_org_shared: true }, 'channel-shared'],
    [
      'one with another team in it',
      'C0ALLOWED',
      { shared_team_ids: ['T1', 'T2'] },
      'channel-shared',
    ],
    ['one with only ours in it', 'C0ALLOWED', { shared_team_ids: ['T1'], is_shared: false }, null],
    ['one without any flag sent', 'C0ALLOWED', {}, null],
  ] as const)('%s → %s', (_what, channel, facts, expected) => {
    expect(channelRefusal(channel, facts, ALLOWED, 'T1')).toBe(expected);
  });

  it('allows direct messages only while the list is empty', () => {
    expect(channelRefusal('C0ALLOWED', {}, [], 'T1')).toBe('only-direct');
  });
});
