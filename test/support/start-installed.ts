import { createHmac } from 'node:crypto';
import { type App, createApp } from '../../src/app.ts';
import { buildStages, type Engine } from '../../src/build-stages.ts';
import { readConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { AUTHOR, KEY } from './builders.ts';
import type { Tenant } from './many-slacks.ts';

const SECRET = 'sign-here';
let engine: Engine | undefined;

/** Which workspace of an organisation something happens in. */
interface Where {
  readonly team?: string;
  readonly ts?: string;
  readonly thread?: string;
  readonly user?: string;
}

/** The bot as it is installed into several workspaces, over real HTTP. */
export interface Installed {
  readonly app: App;
  readonly url: string;
  readonly log: readonly string[];
  /** Somebody mentions us; resolves with the HTTP status that Slack would see. */
  mention(tenant: Tenant, text: string, where?: Where): Promise<number>;
  event(tenant: Tenant, event: object, where?: Where): Promise<number>;
  /** Sends a signed payload as it is. */
  send(payload: object): Promise<number>;
  settled(): Promise<void>;
  stop(): Promise<void>;
}

const envelope = (tenant: Tenant, event: object, id: string, team: string) => ({
  ...{ type: 'event_callback', event_id: id, event_time: 1, api_app_id: 'A01', event },
  team_id: team,
  authorizations: [
    {
      enterprise_id: tenant.wide ? tenant.id : null,
      ...{ team_id: team, user_id: tenant.botUser, is_bot: true },
      is_enterprise_install: tenant.wide,
    },
  ],
});

/** The real app with OAuth settings, listening on a free port. */
export async function startInstalled(given: {
  readonly apiUrl: string;
  readonly path: string;
  readonly keys: string;
  readonly now?: () => number;
  readonly workspaces?: string;
}): Promise<Installed> {
  engine ??= buildStages();
  const lines: string[] = [];
  const config = readConfig({
    ...{ SLACK_CLIENT_ID: '1.2', SLACK_CLIENT_SECRET: 'hush', SLACK_SIGNING_SECRET: SECRET },
    ...{ IMPASSE_PUBLIC_URL: 'https://impasse.example.org', SLACK_API_URL: given.apiUrl },
    ...{ IMPASSE_KEYS: given.keys, IMPASSE_DATA: given.path, IMPASSE_CHANNELS: KEY.channel },
    IMPASSE_WORKSPACES: given.workspaces,
    ...{ PORT: '0', LOG_LEVEL: 'debug' },
  });
  const app = await createApp(config, createLog('debug', { write: (line) => lines.push(line) }), {
    engine,
    ...(given.now ? { now: given.now } : {}),
  });
  const url = `http://127.0.0.1:${await app.start()}`;
  const send = async (payload: object) => {
    const body = JSON.stringify(payload);
    const at = String(Math.floor((given.now ?? Date.now)() / 1000));
    const mac = createHmac('sha256', SECRET).update(`v0:${at}:${body}`).digest('hex');
    const headers = { 'x-slack-request-timestamp': at, 'x-slack-signature': `v0=${mac}` };
    const answer = await fetch(`${url}/slack/events`, {
      ...{ method: 'POST', body },
      headers: { ...headers, 'content-type': 'application/json' },
    });
    return answer.status;
  };
  const event: Installed['event'] = (tenant, inner, where = {}) =>
    send(envelope(tenant, inner, `Ev${Math.random()}`, where.team ?? tenant.id));
  return {
    ...{ app, url, log: lines, event, send },
    mention: (tenant, text, where = {}) => {
      const { ts = KEY.thread, thread, user = AUTHOR } = where;
      const inner = {
        ...{ type: 'app_mention', user, channel: KEY.channel, ts },
        ...{ text: `<@${tenant.botUser}> ${text}`, ...(thread ? { thread_ts: thread } : {}) },
      };
      return event(tenant, inner, where);
    },
    async settled() {
      for (let quiet = 0; quiet < 2; ) {
        await new Promise((resolve) => setTimeout(resolve, 5));
        const { threads } = await app.state.depth();
        const idle = await app.slack.idle(1000);
        quiet = threads === 0 && idle ? quiet + 1 : 0;
      }
    },
    stop: () => app.stop(),
  };
}

/** The link to Slack on our install page, and the cookie that came with it. */
export async function beginInstall(
  url: string,
): Promise<{ state: string; cookie: string; html: string }> {
  const page = await fetch(`${url}/slack/install`);
  const html = await page.text();
  const [, href = ''] = /<a href="([^"]+)"/.exec(html) ?? [];
  const state = new URL(href.replaceAll('&amp;', '&')).searchParams.get('state') ?? '';
  const [cookie = ''] = (page.headers.get('set-cookie') ?? '').split(';');
  return { state, cookie, html };
}

/** Slack sends the browser back to us. */
export async function comeBack(
  url: string,
  given: { readonly code: string; readonly state: string; readonly cookie: string },
): Promise<{ status: number; html: string }> {
  const query = new URLSearchParams({ code: given.code, state: given.state });
  const headers = given.cookie === '' ? {} : { cookie: given.cookie };
  const page = await fetch(`${url}/slack/oauth_redirect?${query}`, { headers });
  return { status: page.status, html: await page.text() };
}
