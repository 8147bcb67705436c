import { availableParallelism } from 'node:os';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ConfigError, readConfig } from '../src/config.ts';

const GB = 2 ** 30;
afterEach(() => vi.restoreAllMocks());

const GOOD = {
  SLACK_BOT_TOKEN: 'xoxb-1',
  SLACK_APP_TOKEN: 'xapp-1',
  IMPASSE_KEYS: 'a:key',
};

const faultsOf = (env: Record<string, string | undefined>) => {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    return error instanceof ConfigError ? error.faults : ['another error'];
  }
};

describe('readConfig', () => {
  it('fills every default', () => {
    expect(readConfig(GOOD)).toEqual({
      slack: {
        mode: 'socket',
        botToken: 'xoxb-1',
        oauth: null,
        appToken: 'xapp-1',
        signingSecret: undefined,
        apiUrl: undefined,
        channels: [],
      },
      state: {
        redisUrl: undefined,
        path: 'data/impasse.sqlite',
        keys: 'a:key',
        retentionMs: 30 * 24 * 60 * 60 * 1000,
      },
      preview: 'doubt',
      practice: [],
      role: 'all',
      host: '127.0.0.1',
      port: 3000,
      concurrency: Math.max(8, 8 * availableParallelism()),
      doorThreads: 0,
      limits: { person: 60, workspace: 1_200 },
      operations: { host: '127.0.0.1', port: 9464, asked: false },
      logLevel: 'info',
    });
  });

  it('reports all faults at once', () => {
    const faults = faultsOf({ PORT: '70000', IMPASSE_ROLE: 'boss' });
    expect(faults.map((fault) => fault.split(' ')[0]).sort()).toEqual([
      ...['IMPASSE_KEYS', 'IMPASSE_ROLE', 'PORT', 'SLACK_APP_TOKEN', 'SLACK_BOT_TOKEN'],
    ]);
  });

  it.each([
    [{ SLACK_BOT_TOKEN: undefined }, 'SLACK_BOT_TOKEN is missing'],
    [{ SLACK_BOT_TOKEN: 'secret-value' }, 'SLACK_BOT_TOKEN must start with xoxb-'],
    [{ SLACK_APP_TOKEN: undefined }, 'SLACK_APP_TOKEN or SLACK_SIGNING_SECRET is missing'],
    [{ SLACK_APP_TOKEN: 'secret-value' }, 'SLACK_APP_TOKEN must start with xapp-'],
    [{ IMPASSE_KEYS: undefined }, 'IMPASSE_KEYS is missing; make one with `npm run new-key`'],
    [{ IMPASSE_ROLE: 'worker' }, 'IMPASSE_ROLE=worker needs REDIS_URL'],
    [{ IMPASSE_RETENTION_DAYS: '0' }, 'IMPASSE_RETENTION_DAYS must be at least 1 day'],
    [{ IMPASSE_PREVIEW: 'sometimes' }, 'IMPASSE_PREVIEW must be always, doubt or never'],
    [{ IMPASSE_OPS_PORT: 'on' }, 'IMPASSE_OPS_PORT must be a port number from 0 to 65535, or off'],
    [{ IMPASSE_CONCURRENCY: '0' }, 'IMPASSE_CONCURRENCY must be at least 1'],
    [{ IMPASSE_DOOR_THREADS: 'some' }, 'IMPASSE_DOOR_THREADS must be a number of worker threads'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be debug'],
  ])('says what is wrong with %o and what to do', (env, message) => {
    expect(faultsOf({ ...GOOD, ...env }).join('\n')).toContain(message);
  });

  const HTTP = { IMPASSE_ROLE: 'ingress', SLACK_APP_TOKEN: '', SLACK_SIGNING_SECRET: 'sign' };

  it.each([
    [{}, 0],
    [{ IMPASSE_ROLE: 'ingress' }, 0],
    [{ ...HTTP, IMPASSE_DOOR_THREADS: '0' }, 0],
    [{ IMPASSE_ROLE: 'worker', IMPASSE_DOOR_THREADS: '3' }, 0],
    [{ IMPASSE_DOOR_THREADS: '2' }, 2],
  ])('of worker threads at the door %o make %i', (env, threads) => {
    const { doorThreads } = readConfig({ ...GOOD, REDIS_URL: 'redis://127.0.0.1', ...env });
    expect(doorThreads).toBe(threads);
  });

  it.each([
    [2 * GB, availableParallelism() > 1 ? 1 : 0],
    [GB / 2, 0],
  ])('with %d bytes free an ingress over HTTP has %i', (free, threads) => {
    vi.spyOn(process, 'availableMemory').mockReturnValue(free);
    const { doorThreads } = readConfig({ ...GOOD, REDIS_URL: 'redis://127.0.0.1', ...HTTP });
    expect(doorThreads).toBe(threads);
  });

  const SEVERAL = {
    ...{ SLACK_CLIENT_ID: '1.2', SLACK_CLIENT_SECRET: 'hush', SLACK_SIGNING_SECRET: 'sign' },
    ...{ IMPASSE_PUBLIC_URL: 'https://impasse.example.org/', IMPASSE_KEYS: 'a:key' },
  };

  it('takes an app for several workspaces without a token of one', () => {
    const { slack } = readConfig(SEVERAL);
    expect(slack.mode).toBe('http');
    expect(slack.oauth).toEqual({
      ...{ clientId: '1.2', clientSecret: 'hush', publicUrl: 'https://impasse.example.org' },
      workspaces: [],
    });
  });

  it.each([
    [{ SLACK_CLIENT_SECRET: undefined }, 'SLACK_CLIENT_SECRET is missing; copy it from'],
    [{ SLACK_SIGNING_SECRET: undefined }, 'SLACK_SIGNING_SECRET is missing; copy it from'],
    [{ IMPASSE_PUBLIC_URL: undefined }, 'IMPASSE_PUBLIC_URL is missing; set where browsers'],
    [{ IMPASSE_PUBLIC_URL: 'http://impasse.example.org' }, 'IMPASSE_PUBLIC_URL cannot be used'],
    [{ IMPASSE_PUBLIC_URL: 'https://a.example/b' }, 'IMPASSE_PUBLIC_URL cannot be used'],
    [{ IMPASSE_WORKSPACES: 'our practice' }, 'IMPASSE_WORKSPACES cannot be used; name workspaces'],
    [{ SLACK_BOT_TOKEN: 'xoxb-1' }, 'SLACK_BOT_TOKEN is set beside SLACK_CLIENT_ID; leave it out'],
    [{ SLACK_APP_TOKEN: 'xapp-1' }, 'SLACK_APP_TOKEN is set beside SLACK_CLIENT_ID; leave it out'],
  ])('says what is wrong for several workspaces with %o and what to do', (env, message) => {
    expect(faultsOf({ ...SEVERAL, ...env })).toEqual([expect.stringContaining(message)]);
  });

  it('takes the ids of the workspaces that may install it', () => {
    const { slack } = readConfig({ ...SEVERAL, IMPASSE_WORKSPACES: 'T0A, E0B' });
    expect(slack.oauth?.workspaces).toEqual(['T0A', 'E0B']);
  });

  it('asks for the id of the app that a secret belongs to', () => {
    const faults = faultsOf({ ...GOOD, SLACK_CLIENT_SECRET: 'hush' });
    expect(faults).toEqual([expect.stringContaining('SLACK_CLIENT_ID is missing')]);
  });

  it('never repeats a value', () => {
    const faults = faultsOf({ SLACK_BOT_TOKEN: 'secret-value', SLACK_APP_TOKEN: 'secret-value' });
    expect(faults.join()).not.toContain('secret-value');
  });

  it('takes names of the practice with spaces in them, separated by commas', () => {
    const { practice } = readConfig({ ...GOOD, IMPASSE_PRACTICE: 'Harbor House, Maple Street 4,' });
    expect(practice).toEqual(['Harbor House', 'Maple Street 4']);
  });

  it.each([
    ['9000', { host: '127.0.0.1', port: 9000, asked: true }],
    ['off', { host: '127.0.0.1', port: null, asked: true }],
    ['0', { host: '127.0.0.1', port: 0, asked: true }],
  ])('serves those who run it where IMPASSE_OPS_PORT=%s says', (port, operations) => {
    expect(readConfig({ ...GOOD, IMPASSE_OPS_PORT: port }).operations).toEqual(operations);
  });

  it('takes channels separated by commas or spaces', () => {
    const { slack } = readConfig({ ...GOOD, IMPASSE_CHANNELS: 'C1, C2 C3' });
    expect(slack.channels).toEqual(['C1', 'C2', 'C3']);
  });
});
