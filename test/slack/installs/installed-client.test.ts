import { describe, expect, it } from 'vitest';
import { InstalledClient } from '../../../src/slack/installs/installed-client.ts';

/** A client whose tokens are these, one after the other each time it must look again. */
function start(tokens: string[], good: string) {
  const used: string[] = [];
  const fetch = async (_: unknown, init?: RequestInit) => {
    const { authorization = '' } = Object.fromEntries(new Headers(init?.headers));
    used.push(authorization);
    const ok = authorization === `Bearer ${good}`;
    return Response.json(ok ? { ok } : { ok, error: 'token_expired' });
  };
  const source = {
    token: async () => tokens[0] ?? '',
    forget: () => {
      if (tokens.length > 1) tokens.shift();
    },
  };
  const options = { fetch: fetch as typeof globalThis.fetch, retryConfig: { retries: 0 } };
  return { client: new InstalledClient(source, options), used };
}

describe('a client of an install', () => {
  it('uses the token of the moment for every call', async () => {
    const tokens = ['one'];
    const { client, used } = start(tokens, 'one');
    await client.auth.test();
    await client.chat.postMessage({ channel: 'C1', text: 'x' });
    expect(used).toEqual(['Bearer one', 'Bearer one']);
  });
  it('looks once more when another process has renewed the token', async () => {
    const { client, used } = start(['old', 'new'], 'new');
    expect((await client.auth.test()).ok).toBe(true);
    expect(used).toEqual(['Bearer old', 'Bearer new']);
  });
  it('gives up when the token stays the same', async () => {
    const { client, used } = start(['old'], 'new');
    await expect(client.auth.test()).rejects.toMatchObject({ data: { error: 'token_expired' } });
    expect(used).toHaveLength(1);
  });
});
