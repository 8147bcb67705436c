import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:net';
import { Registry } from 'prom-client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';
import { createLog } from '../src/log.ts';
import { openOperations } from '../src/open-operations.ts';
import { newKey } from '../src/state/new-key.ts';

const GOOD = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' };
let taken: Server;
let port: number;
let lines: string[];
beforeEach(async () => {
  taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  port = (taken.address() as AddressInfo).port;
  lines = [];
});
afterEach(() => taken.close());

const open = (env: Record<string, string>, asked?: boolean) => {
  const config = readConfig({ ...GOOD, IMPASSE_KEYS: newKey(new Date(0)), ...env });
  const operations = { ...config.operations, ...(asked === undefined ? {} : { asked }) };
  const log = createLog('info', { write: (line) => lines.push(line) });
  return openOperations({ ...config, operations }, new Registry(), '0.0.0', log);
};

describe('openOperations', () => {
  it('leaves a port that nobody asked for to its owner, with a warning', async () => {
    const operations = await open({ IMPASSE_OPS_PORT: String(port) }, false);
    expect(operations.port).toBeNull();
    expect(lines.join()).toContain('"code":"EADDRINUSE","event":"operations.not-served"');
  });

  it.each([
    [() => ({ IMPASSE_OPS_PORT: String(port) }), /IMPASSE_OPS_PORT is taken .+ choose another/],
    [() => ({ IMPASSE_OPS_PORT: '0', IMPASSE_OPS_HOST: '192.0.2.1' }), /IMPASSE_OPS_HOST is no/],
  ])('does not start where it cannot serve what was asked for', async (env, words) => {
    await expect(open(env())).rejects.toMatchObject({
      name: 'ConfigError',
      message: expect.stringMatching(words),
    });
  });

  it('serves nothing when it is off', async () => {
    const operations = await open({ IMPASSE_OPS_PORT: 'off' });
    expect(operations.port).toBeNull();
    expect(lines).toEqual([]);
  });
});
