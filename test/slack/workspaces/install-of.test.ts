import { describe, expect, it } from 'vitest';
import { installOf } from '../../../src/slack/workspaces/install-of.ts';

const event = (authorization: object | null, rest: object = {}) => ({
  ...{ event: { type: 'message' }, team_id: 'T1', enterprise_id: 'E1' },
  authorizations: authorization === null ? [] : [authorization],
  ...rest,
});
const wide = { is_enterprise_install: true, enterprise: { id: 'E1' } };

describe('the install of a payload', () => {
  it.each([
    ['an event', event({ team_id: 'T1', enterprise_id: null }), 'T1', 'T1'],
    [
      'an event of a workspace in an organisation',
      event({ team_id: 'T1', enterprise_id: 'E1' }),
      'T1',
      'T1',
    ],
    [
      'an event of an org-wide install',
      event({ team_id: 'T1', enterprise_id: 'E1', is_enterprise_install: true }),
      'E1',
      'T1',
    ],
    [
      'an event from a shared channel, by whom it was sent to',
      event({ team_id: 'T2', enterprise_id: null }),
      'T2',
      'T2',
    ],
    ['an event without authorizations, as when the app is taken out', event(null), 'T1', 'T1'],
    ['a press', { actions: [], team: { id: 'T1' }, user: { id: 'U1', team_id: 'T9' } }, 'T1', 'T1'],
    ['a press without a team', { actions: [], team: null, user: { team_id: 'T1' } }, 'T1', 'T1'],
    ['a press in an org-wide install', { ...wide, actions: [], team: { id: 'T1' } }, 'E1', 'T1'],
    ['a press that names the organisation only', { ...wide, actions: [], team: null }, 'E1', null],
    [
      'a command',
      { command: '/impasse', team_id: 'T1', is_enterprise_install: 'false' },
      'T1',
      'T1',
    ],
    [
      'a command in an org-wide install',
      { command: '/x', team_id: 'T1', enterprise_id: 'E1', is_enterprise_install: 'true' },
      'E1',
      'T1',
    ],
    [
      'a form opened in another workspace of a shared channel',
      { view: { app_installed_team_id: 'T1' }, team: { id: 'T2' } },
      'T1',
      'T1',
    ],
  ])('%s', (_, body, install, team) => {
    expect(installOf(body)).toEqual({ install, team });
  });

  it.each([
    ['nothing', null],
    ['text', 'T1'],
    ['no ids', { actions: [] }],
    ['ids that are none', { team_id: 7, team: 'T1' }],
    [
      'an org-wide install without its organisation',
      { is_enterprise_install: true, team: { id: 'T1' } },
    ],
  ])('is not guessed from %s', (_, body) => {
    expect(installOf(body)).toBeNull();
  });
});
