import { once } from 'node:events';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadWords } from '../../src/knowledge/load-words.ts';
import { newKey } from '../../src/state/new-key.ts';
import { hasRedis, startRedis } from '../state/redis-server.ts';
import { classified } from '../support/model/answers.ts';
import { type ModelServer, startModelServer } from '../support/model/model-server.ts';
import { authTest, doctor, doctorProcess, SCOPES, SECRETS, soundSetUp } from './set-up.ts';

let sound: Awaited<ReturnType<typeof soundSetUp>>;
beforeEach(async () => {
  sound = await soundSetUp();
});
afterEach(() => sound.stop());

const CLOSED = 'http://127.0.0.1:9/';
const OLD_DATA = 'test/fixtures/older-data/impasse.db';
type Change = Record<string, string>;
const slackSays = (method: string, error: string): Change => {
  sound.slack.answers.set(method, () => Response.json({ ok: false, error }));
  return {};
};
/** Puts the older data file where this set-up keeps its own. */
const withOldData = (keys: string): Change => {
  const path = sound.env.IMPASSE_DATA ?? '';
  mkdirSync(join(path, '..'), { recursive: true });
  copyFileSync(OLD_DATA, path);
  return { IMPASSE_KEYS: keys };
};

/** What was changed about a sound set-up, the finding that names it, and a word of the cure. */
const BROKEN: readonly [string, () => Change, string, RegExp][] = [
  ['settings missing', () => ({ IMPASSE_ROLE: 'worker' }), 'settings', /role=all/i],
  ['a revoked token', () => slackSays('auth.test', 'token_revoked'), 'token.refused', /install/],
  ['Slack out of reach', () => ({ SLACK_API_URL: CLOSED }), 'slack.away', /SLACK_API_URL/],
  [
    'a scope that is missing',
    () => {
      const scopes = SCOPES.filter((scope) => scope !== 'chat:write');
      sound.slack.answers.set('auth.test', () => authTest(scopes));
      return {};
    },
    'scopes.missing',
    /OAuth & Permissions/,
  ],
  [
    'Socket Mode turned off',
    () => slackSays('apps.connections.open', 'not_allowed_token_type'),
    'socket',
    /connections:write/,
  ],
  [
    'a signing secret cut short',
    () => ({ SLACK_APP_TOKEN: '', SLACK_SIGNING_SECRET: 'deadbeef' }),
    'secret',
    /Basic Information/,
  ],
  [
    'a clock ten minutes off',
    () => {
      const wrong = new Date(Date.now() - 600_000);
      sound.slack.answers.set('auth.test', () => authTest(SCOPES, wrong));
      return {};
    },
    'clock',
    /timedatectl/,
  ],
  [
    'a channel the bot is not in',
    () => {
      const channel = { id: 'C01CONSULT', is_channel: true, is_member: false };
      sound.slack.answers.set('conversations.info', () => ({ channel }));
      return {};
    },
    'channel.not-in',
    /\/invite/,
  ],
  ['a key cut short', () => ({ IMPASSE_KEYS: 'main:c2hvcnQ=' }), 'keys', /new-key/],
  ['keys of other data', () => withOldData(newKey(new Date(0))), 'keys', /Put that key back/],
  [
    'a folder that is none',
    () => {
      writeFileSync(join(sound.folder, 'file'), '');
      return { IMPASSE_DATA: join(sound.folder, 'file', 'impasse.sqlite') };
    },
    'folder',
    /IMPASSE_DATA/,
  ],
  ['Redis out of reach', () => ({ REDIS_URL: 'redis://127.0.0.1:9' }), 'state', /REDIS_URL/],
  [
    'a model out of reach',
    () => ({ OPENAI_BASE_URL: `${CLOSED}v1`, OPENAI_MODEL: 'small' }),
    'model.away',
    /OPENAI_BASE_URL/,
  ],
];

/** What is said when all is well, in every way of receiving: no fault may say the same. */
const WELL =
  /^doctor\.(?:node\.new|settings|token|scopes|secret\.whole|socket\.open|channel|folder\.writable|keys\.\w+|clock\.right|knowledge|http\.listens|address|model(?:\.none|\.there)?|boundary)\.found$/;
const wellSaid = Object.entries(loadWords())
  .filter(([key]) => WELL.test(key))
  .map(([, words]) => words);

describe('doctor', () => {
  it('finds no fault in a sound set-up, leaves nothing behind and prints no secret', async () => {
    const { env, folder, slack } = sound;
    const { status, printed } = await doctorProcess(env);
    expect(printed).toMatch(/well +socket\.open/);
    expect(printed).toMatch(/HINT +keys\.backup/);
    expect(printed).toContain(' 0 faults.');
    expect(status).toBe(0);
    expect(readdirSync(folder)).toEqual([]);
    expect(slack.called('chat.postMessage')).toEqual([]);
    for (const secret of [...Object.values(SECRETS), env.IMPASSE_KEYS ?? '?'])
      expect(printed).not.toContain(secret);
  });

  it('says so and exits 1 in a process of its own when something is wrong', async () => {
    slackSays('auth.test', 'invalid_auth');
    const { status, printed } = await doctorProcess(sound.env);
    expect(status).toBe(1);
    expect(printed).toMatch(/FAULT +token\.refused +Slack refuses the bot token/);
    expect(printed).toMatch(/Why: .+\n +Do: {2}Copy the Bot User OAuth Token/);
    expect(printed.split('\n').filter((line) => line.length > 100)).toEqual([]);
    expect(printed).not.toContain(SECRETS.botToken);
  });

  it.each(BROKEN)('names %s with its cure', async (_, change, id, cure) => {
    const changed = change();
    const { status, findings } = await doctor({ ...sound.env, ...changed });
    const faults = findings.filter(({ level }) => level === 'fault');
    expect(faults.map((fault) => fault.id)).toEqual([id]);
    const [fault] = faults;
    expect(fault?.cure).toMatch(cure);
    expect(wellSaid).not.toContain(fault?.found);
    expect(fault?.found).toMatch(/^[A-Z].+\.$/);
    expect(fault?.why).toMatch(/^[A-Z].+\.$/);
    expect(status).toBe(1);
    const all = JSON.stringify(findings);
    for (const secret of Object.values(SECRETS)) expect(all).not.toContain(secret);
    expect(all).not.toMatch(/doctor\.[a-z]|\{[a-z]+\}/);
  });

  it('names all settings that are missing at once, and looks at what it can', async () => {
    const { status, findings } = await doctor({});
    const faults = findings.filter(({ level }) => level === 'fault');
    expect(faults.map(({ found }) => found)).toEqual([
      expect.stringContaining('IMPASSE_KEYS is missing'),
      expect.stringContaining('SLACK_BOT_TOKEN is missing'),
      expect.stringContaining('SLACK_APP_TOKEN or SLACK_SIGNING_SECRET is missing'),
    ]);
    expect(status).toBe(1);
  });

  it('looks at keys and storage even where Slack’s settings are missing', async () => {
    const { findings } = await doctor({
      ...sound.env,
      ...withOldData(newKey(new Date(0))),
      SLACK_APP_TOKEN: '',
    });
    const faults = findings.filter(({ level }) => level === 'fault').map(({ id }) => id);
    expect(faults).toEqual(['settings', 'keys']);
  });

  it('says what an install without the history scopes loses, which is no fault', async () => {
    const scopes = SCOPES.filter((scope) => !scope.endsWith('s:history'));
    sound.slack.answers.set('auth.test', () => authTest(scopes));
    const { status, findings } = await doctor(sound.env);
    const hint = findings.find(({ id }) => id === 'scopes.history');
    expect(hint).toMatchObject({ level: 'hint', found: expect.stringContaining('groups:history') });
    expect(hint?.why).toMatch(/must mention the bot/);
    expect(findings.map(({ id }) => id)).not.toContain('scopes.optional');
    expect(status).toBe(0);
  });

  it('opens what an older version stored', async () => {
    const keys = readFileSync('test/fixtures/older-data/keys.txt', 'utf8').trim();
    const { status, findings } = await doctor({ ...sound.env, ...withOldData(keys) });
    expect(findings.map(({ id }) => id)).toContain('keys.open');
    expect(status).toBe(0);
  });
});

describe.runIf(hasRedis)('doctor on Redis', () => {
  it('names memory that is thrown away, a journal that is off and a refused password', async () => {
    const server = await startRedis();
    const idsOf = async (url: string) => {
      const { status, findings } = await doctor({ ...sound.env, REDIS_URL: url });
      const faults = findings.filter(({ level }) => level === 'fault');
      expect(JSON.stringify(findings)).not.toContain(SECRETS.redis);
      return { status, ids: faults.map(({ id }) => id), cures: faults.map(({ cure }) => cure) };
    };
    expect(await idsOf(server.url)).toEqual({ status: 0, ids: [], cures: [] });
    expect(await server.client.dbsize()).toBe(0);
    await server.client.config('SET', 'maxmemory-policy', 'allkeys-lru');
    await server.client.config('SET', 'appendonly', 'no');
    const broken = await idsOf(server.url);
    expect(broken).toMatchObject({ status: 1, ids: ['redis.eviction', 'redis.aof'] });
    expect(broken.cures.join()).toMatch(/noeviction.+appendonly yes/);
    await server.client.config('SET', 'requirepass', 'another');
    const refused = await idsOf(server.url.replace('//', `//:${SECRETS.redis}@`));
    expect(refused).toMatchObject({ status: 1, ids: ['state'] });
    expect(refused.cures.join()).toMatch(/credentials/);
    await server.stop();
  });
});

describe('doctor on a language model', () => {
  let model: ModelServer;
  const MODEL = { OPENAI_MODEL: 'small', OPENAI_API_KEY: SECRETS.model };
  /** An endpoint that lists its models and answers with `content`. */
  const start = async (content: string, models = ['small'], status = 200) => {
    const chunk = { choices: [{ index: 0, delta: { content }, finish_reason: 'stop' }] };
    model = await startModelServer((response, body) => {
      if (body !== '') {
        response.writeHead(200, { 'content-type': 'text/event-stream' });
        return void response.end(`data: ${JSON.stringify(chunk)}\n\ndata: [DONE]\n\n`);
      }
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ data: models.map((id) => ({ id })) }));
    });
    return { ...sound.env, ...MODEL, OPENAI_BASE_URL: model.url };
  };
  afterEach(() => model.close());

  it('has it read a made-up case, so that what it can do is known and not believed', async () => {
    const env = await start(JSON.stringify(classified()));
    const { status, findings } = await doctor(env);
    expect(findings.map(({ id }) => id)).toEqual(expect.arrayContaining(['model', 'boundary']));
    expect(status).toBe(0);
  });

  it.each([
    ['that answers in prose', 'I would say she withdraws.', ['small'], 200, 'model.unable', /JSON/],
    ['that is not served', '{}', ['large'], 200, 'model.unserved', /OPENAI_MODEL/],
    ['whose key is refused', '{}', [], 401, 'model.refused', /OPENAI_API_KEY/],
  ])('names one %s', async (_, content, models, answered, id, cure) => {
    const { status, findings } = await doctor(await start(content, models, answered));
    const faults = findings.filter(({ level }) => level === 'fault');
    expect(faults).toEqual([expect.objectContaining({ id, cure: expect.stringMatching(cure) })]);
    expect(JSON.stringify(findings)).not.toContain(SECRETS.model);
    expect(status).toBe(1);
  });

  it('sends nothing where nothing may be sent, and says so', async () => {
    const env = await start('{}');
    const { status, findings } = await doctor({ ...env, LLM_DATA_BOUNDARY: 'none' });
    expect(findings.map(({ id }) => id)).toContain('boundary.none');
    expect(model.requests.filter(({ body }) => body !== '')).toEqual([]);
    expect(status).toBe(0);
  });
});

describe('doctor on several workspaces', () => {
  const several = () => ({
    ...{ ...sound.env, SLACK_BOT_TOKEN: '', SLACK_APP_TOKEN: '' },
    ...{ SLACK_CLIENT_ID: '1234567890.9876543210', SLACK_CLIENT_SECRET: SECRETS.model },
    ...{ SLACK_SIGNING_SECRET: SECRETS.signing, IMPASSE_PUBLIC_URL: 'http://127.0.0.1:9' },
  });

  it('needs no token, and looks at the app’s own id and at Slack', async () => {
    const { status, findings } = await doctor(several());
    const ids = findings.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(['client.whole', 'secret.whole', 'settings']));
    expect(ids).not.toContain('token.refused');
    expect(status).toBe(0);
    expect(JSON.stringify(findings)).not.toContain(SECRETS.model);
  });

  it('names an id cut short', async () => {
    const { status, findings } = await doctor({ ...several(), SLACK_CLIENT_ID: '123' });
    const faults = findings.filter(({ level }) => level === 'fault');
    expect(faults).toMatchObject([{ id: 'client', cure: expect.stringContaining('Client ID') }]);
    expect(status).toBe(1);
  });
});

describe('doctor on the port of signed HTTP', () => {
  it('tells the bot from another program that listens there', async () => {
    const server = createServer((_, response) => void response.end('<h1>Welcome</h1>'));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const PORT = String((server.address() as AddressInfo).port);
    const http = { SLACK_APP_TOKEN: '', SLACK_SIGNING_SECRET: SECRETS.signing };
    const { status, findings } = await doctor({ ...sound.env, ...http, PORT });
    const faults = findings.filter(({ level }) => level === 'fault');
    expect(faults).toMatchObject([{ id: 'http.other', cure: expect.stringMatching(/set PORT/) }]);
    expect(status).toBe(1);
    server.closeAllConnections();
    server.close();
  });
});

describe('doctor on a public address', () => {
  it('asks it what Slack asks, and tells an answer from a page of somebody else', async () => {
    let answers = true;
    const server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const { challenge } = JSON.parse(Buffer.concat(chunks).toString());
      response.end(answers ? JSON.stringify({ challenge }) : '<h1>Welcome</h1>');
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`;
    const env = { ...sound.env, SLACK_APP_TOKEN: '', SLACK_SIGNING_SECRET: SECRETS.signing };
    const run = async () => (await doctor(env, { url })).findings.map(({ id }) => id);
    expect(await run()).toContain('address');
    answers = false;
    expect(await run()).toContain('address.refused');
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
    expect(await run()).toContain('address.silent');
  });
});
