import { AUTHOR, KEY } from './builders.ts';
import type { FakeSlack, Standing } from './fake-slack.ts';

/** Somebody opens a tab of ours. */
export function openHome(
  slack: FakeSlack,
  user: string = AUTHOR,
  tab: 'home' | 'messages' = 'home',
) {
  return slack.send({
    ...{ type: 'event_callback', event_id: `EvHome${slack.calls.length}`, event_time: 1 },
    ...{ token: 'x', api_app_id: 'A01', team_id: KEY.team },
    event: { type: 'app_home_opened', user, tab, channel: 'D01HOME' },
    authorizations: [
      { enterprise_id: null, team_id: KEY.team, user_id: 'U0IMPASSE', is_bot: true },
    ],
  });
}

/** The Home tab of a person as it was published last. */
export function homeOf(slack: FakeSlack, user: string = AUTHOR): Standing['blocks'] {
  const published = slack.called('views.publish').filter((args) => args.user_id === user);
  const { blocks } = JSON.parse(published.at(-1)?.view ?? '{"blocks":[]}');
  return blocks as Standing['blocks'];
}

/** Somebody presses a button in their Home tab. */
export function pressHome(slack: FakeSlack, actionId: string, user: string = AUTHOR) {
  return slack.send({
    ...{ type: 'block_actions', user: { id: user, team_id: KEY.team }, team: { id: KEY.team } },
    container: { type: 'view', view_id: 'V0HOME' },
    view: { id: 'V0HOME', type: 'home', private_metadata: '' },
    trigger_id: `trigger-${slack.calls.length}`,
    actions: [{ type: 'button', action_id: actionId, value: '', action_ts: '1900000000.1' }],
  });
}
