import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { LogLevel, WebClient } from '@slack/web-api';
import { EnvHttpProxyAgent, getGlobalDispatcher, setGlobalDispatcher } from 'undici';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { errorCode } from '../../src/slack/error-code.ts';
import { plainFetch } from '../../src/slack/plain-fetch.ts';

let server: Server;
let base: string;
let answer: (response: ServerResponse) => void;
let sent = '';

beforeAll(async () => {
  server = createServer(async (request, response) => {
    sent = `${request.method} ${request.url} ${request.headers.authorization} `;
    for await (const chunk of request) sent += chunk;
    answer(response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const json = (response: ServerResponse, status: number, headers = {}, body: unknown = {}) =>
  response
    .writeHead(status, { 'content-type': 'application/json', ...headers })
    .end(JSON.stringify(body));

const client = () =>
  new WebClient('xoxb-test', {
    ...{ slackApiUrl: base, fetch: plainFetch, timeout: 150, logLevel: LogLevel.ERROR },
    ...{ retryConfig: { retries: 0 }, rejectRateLimitedCalls: true },
    logger: {
      ...{ debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
      ...{ setLevel: () => {}, getLevel: () => LogLevel.ERROR, setName: () => {} },
    },
  });

const post = () => client().chat.postMessage({ channel: 'C01', text: 'naïve – ok?' });
const failure = () => post().catch((error: unknown) => error);

it('sends a call as Slack takes it and hands back what Slack says', async () => {
  answer = (response) =>
    json(response, 200, { 'x-oauth-scopes': 'chat:write, users:read' }, { ok: true, ts: '1.2' });
  const { ts, response_metadata: about } = await post();
  expect(ts).toBe('1.2');
  expect(about?.scopes).toEqual(['chat:write', 'users:read']);
  expect(sent).toContain('POST /api/chat.postMessage Bearer xoxb-test');
  expect(new URLSearchParams(sent.split(' ').at(-1)).get('text')).toBe('naïve – ok?');
});

it('hands back an error word of Slack', async () => {
  answer = (response) => json(response, 200, {}, { ok: false, error: 'not_in_channel' });
  expect(errorCode(await failure())).toBe('not_in_channel');
});

it('tells how long Slack wants to be left alone', async () => {
  answer = (response) => json(response, 429, { 'retry-after': '7' });
  expect(await failure()).toMatchObject({ retryAfter: 7 });
});

it.each([
  ['a fault of the server', 503, {}],
  ['another address, which is not followed', 302, { location: 'http://127.0.0.1:9/' }],
])('fails on %s', async (_what, status, headers) => {
  answer = (response) => json(response, status, headers);
  expect(errorCode(await failure())).toBe('slack_webapi_http_error');
});

it('gives up after the time limit of the client', async () => {
  answer = () => undefined;
  const began = performance.now();
  expect(errorCode(await failure())).toBe('slack_webapi_request_error');
  expect(performance.now() - began).toBeLessThan(2_000);
});

it('goes through the proxy that Node was told of', async () => {
  const asked: (string | undefined)[] = [];
  const proxy = createServer((request, response) => {
    asked.push(request.url);
    json(response, 200, {}, { ok: true, ts: '1.3' });
  });
  await once(proxy.listen(0, '127.0.0.1'), 'listening');
  const before = getGlobalDispatcher();
  const httpProxy = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  const common = new EnvHttpProxyAgent({ httpProxy, noProxy: '' });
  setGlobalDispatcher(common);
  try {
    expect((await post()).ts).toBe('1.3');
    expect(asked).toEqual([new URL('chat.postMessage', base).href]);
  } finally {
    setGlobalDispatcher(before);
    await common.destroy();
    proxy.close();
  }
});

it('fails when nobody answers at the address', async () => {
  base = 'http://127.0.0.1:9/api/';
  expect(errorCode(await failure())).toBe('slack_webapi_request_error');
});
