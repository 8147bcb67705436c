import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { readManifest } from '../src/doctor/read-manifest.ts';
import { findChromium, openChromium } from './browser.ts';

const FILE = fileURLToPath(new URL('../docs/images/doctor.png', import.meta.url));
const CLI = fileURLToPath(new URL('../src/cli.ts', import.meta.url));
const CHANNEL = 'C0123ABCDE';

/** A set-up with two faults: the app-level token is refused, and the bot is not in the channel. */
const ANSWERS: Readonly<Record<string, object>> = {
  'auth.test': { ok: true, team_id: 'T01', user_id: 'U01BOT', bot_id: 'B01BOT' },
  'apps.connections.open': { ok: false, error: 'not_allowed_token_type' },
  'conversations.info': { ok: true, channel: { id: CHANNEL, is_member: false } },
};

/** What answers like Slack. */
async function startSlack() {
  const scopes = readManifest().needed.join(',');
  const server = createServer((request, response) => {
    request.resume();
    response.setHeader('content-type', 'application/json');
    response.setHeader('x-oauth-scopes', scopes);
    const method = request.url?.replace(/^.*\/api\//, '') ?? '';
    response.end(JSON.stringify(ANSWERS[method] ?? { ok: true }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/api/`, stop: () => server.close() };
}

/** What the real command says. */
async function said(url: string): Promise<string> {
  const child = spawn(process.execPath, [CLI, 'doctor'], {
    env: {
      ...{ PATH: process.env.PATH, SLACK_API_URL: url, IMPASSE_CHANNELS: CHANNEL },
      ...{ SLACK_BOT_TOKEN: 'xoxb-picture', SLACK_APP_TOKEN: 'xapp-picture' },
      IMPASSE_KEYS: `picture:${randomBytes(32).toString('base64')}`,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.on('data', (data) => {
    text += data;
  });
  await once(child, 'close');
  return text;
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const page = (text: string) => `<pre style="margin:0;padding:24px;width:1180px;background:#1d2528;
  color:#e6ecec;font:15px/1.5 monospace;white-space:pre-wrap">$ npm run -s doctor\n${escaped(text)}</pre>`;

const chromium = findChromium();
if (chromium === null) {
  process.stderr.write('Chromium is missing. On Debian: apt-get install chromium\n');
  process.exit(1);
}
const slack = await startSlack();
const text = await said(slack.url);
slack.stop();
const browser = await openChromium(chromium);
const view = await browser.newPage({ viewport: { width: 1228, height: 400 } });
await view.setContent(page(text));
await view.locator('pre').screenshot({ path: FILE });
await browser.close();
process.stdout.write(`${text}\n${FILE}\n`);
