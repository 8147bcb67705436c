import { WebClient } from '@slack/web-api';
import { createEmulator } from 'emulate';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '../../../demo/local-slack.ts';
import { EVERY_VIEW } from '../../support/views/every-view.ts';
import type { Rendered } from '../../support/views/rendered.ts';

const TOKEN = 'xoxb-test-token';
const EACH = 3;

/** A strict Web API over real HTTP, with the bot in one channel and one person. */
async function startStrict() {
  const port = await freePort();
  const bot = { bot_id: 'B0BOT', bot_user_id: 'U0BOT' };
  const emulator = await createEmulator({
    service: 'slack',
    port,
    baseUrl: `http://127.0.0.1:${port}`,
    seed: {
      slack: {
        team: { name: 'Test', domain: 'test' },
        users: [{ name: 'alice', real_name: 'Alice', email: 'alice@example.com' }],
        channels: [{ name: 'cases' }],
        oauth_apps: [
          {
            ...{ app_id: 'A01APP', client_id: '1.2', client_secret: 's', name: 'testbot' },
            ...{ redirect_uris: ['http://127.0.0.1/cb'], bot_name: 'testbot', ...bot },
            scopes: ['chat:write', 'channels:read', 'channels:join', 'users:read'],
          },
        ],
        tokens: [
          { token: TOKEN, type: 'bot', user: 'U0BOT', user_id: 'U0BOT', app_id: 'A01APP', ...bot },
        ],
      },
    },
  });
  const slackApiUrl = `${emulator.url}/api/`;
  const client = new WebClient(TOKEN, { slackApiUrl, retryConfig: { retries: 0 }, timeout: 5_000 });
  return { emulator, client };
}

describe('every view of the product, before a strict Web API', { timeout: 30_000 }, () => {
  let strict: Awaited<ReturnType<typeof startStrict>>;
  let channel = '';
  let user = '';

  beforeAll(async () => {
    strict = await startStrict();
    const { channels = [] } = await strict.client.conversations.list({});
    channel = channels.find(({ name }) => name === 'cases')?.id ?? '';
    await strict.client.conversations.join({ channel });
    const { members = [] } = await strict.client.users.list({});
    user = members.find(({ name }) => name === 'alice')?.id ?? '';
  });
  afterAll(() => strict?.emulator.close());

  async function send(rendered: Rendered): Promise<unknown> {
    const { client } = strict;
    if (rendered.as === 'message') {
      const posted = await client.chat.postMessage({ channel, ...rendered.message });
      await client.chat.update({ channel, ts: posted.ts ?? '', ...rendered.message });
      return posted.message?.blocks;
    }
    const { view } = rendered;
    if (view.type === 'home') {
      return (await client.views.publish({ user_id: user, view })).view?.blocks;
    }
    const given = await client.apiCall('views.generateTriggerId', { user_id: user });
    const trigger_id = String((given as { trigger_id?: string }).trigger_id);
    return (await client.views.open({ trigger_id, view })).view?.blocks;
  }

  it('knows what it refuses', async () => {
    await expect(strict.client.chat.postMessage({ channel, text: '' })).rejects.toThrow('no_text');
    await expect(
      strict.client.views.open({
        trigger_id: 'never-given',
        view: { type: 'modal', title: { type: 'plain_text', text: 'x' }, blocks: [] },
      }),
    ).rejects.toThrow('invalid_trigger_id');
  });

  it.each(Object.keys(EVERY_VIEW))('takes %s as it is', async (name) => {
    const views = EVERY_VIEW[name] ?? fc.constant([]);
    const sample = fc.sample(views, { seed: 20_261_122, numRuns: EACH }).flat();
    for (const rendered of sample) {
      if (rendered === null) continue;
      const sent = rendered.as === 'message' ? rendered.message.blocks : rendered.view.blocks;
      const ids = (blocks: unknown) =>
        (blocks as { block_id?: string }[] | undefined)?.map((block) => block.block_id);
      expect(ids(await send(rendered))).toEqual(ids(sent));
    }
  });
});
