import { newKey } from '../../src/state/new-key.ts';
import { SIGNING_SECRET } from './signed-event.ts';
import { CHANNEL } from './slack-stub.ts';

/** One ring for the whole run: everything stands in the same Redis. */
const KEYS = newKey(new Date());

/** What a measured process of the bot is told; `more` adds to it and overrides. */
export function botSettings(
  apiUrl: string,
  port: number,
  more: Readonly<Record<string, string>> = {},
): Record<string, string> {
  return {
    ...{ SLACK_BOT_TOKEN: 'xoxb-speed', SLACK_SIGNING_SECRET: SIGNING_SECRET },
    ...{ SLACK_API_URL: apiUrl, IMPASSE_CHANNELS: CHANNEL, IMPASSE_PREVIEW: 'never' },
    ...{ IMPASSE_KEYS: KEYS, PORT: String(port), LOG_LEVEL: 'info' },
    // Nobody brings hundreds of cases an hour; the load stands for many people in many workspaces.
    ...{ IMPASSE_LIMIT_PERSON: '0', IMPASSE_LIMIT_WORKSPACE: '0' },
    ...{ PATH: process.env.PATH ?? '', TMPDIR: process.env.TMPDIR ?? '/tmp', ...more },
  };
}
