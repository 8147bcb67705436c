import { WebClient } from '@slack/web-api';
import { beforeEach, describe, expect, it } from 'vitest';
import { createClaims } from '../../src/slack/claims.ts';
import type { DeliveryError } from '../../src/slack/delivery-error.ts';
import { createPoster } from '../../src/slack/poster.ts';
import { section } from '../../src/slack/views/blocks.ts';
import { KEY } from '../support/builders.ts';
import { FakeSlack } from '../support/fake-slack.ts';

const PLACE = { key: KEY, turn: 'turn-1', after: KEY.thread };
const WE = { install: 'T1', team: 'T1', enterprise: null, botUser: 'U0IMPASSE', bot: 'B0IMPASSE' };
const message = (words: string) => ({ text: 'A reading.', blocks: [section('a', words)] });
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Claims of a store that outlives the process. */
function keptClaims() {
  const taken = new Set<string>();
  return {
    taken,
    claim: async (id: string) => !taken.has(id) && Boolean(taken.add(id)),
    release: async (id: string) => void taken.delete(id),
  };
}

let slack: FakeSlack;
let store: ReturnType<typeof keptClaims>;

/** A process of its own on the same workspace and store; `fetch` may fail in between. */
function process(fetch: FakeSlack['fetch'] = slack.fetch) {
  const client = new WebClient('xoxb-1', {
    ...{ fetch, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true, timeout: 200, logger },
  });
  return createPoster({ client, identity: () => WE, claims: createClaims(store, log), log });
}
const logger = {
  ...{
    debug: () => undefined,
    info: () => undefined,
    warn: () => undefined,
    error: () => undefined,
  },
  ...{ setLevel: () => undefined, getLevel: () => 'error' as never, setName: () => undefined },
};

/** Sends calls of one method through and loses the answer. */
const losing =
  (method: string, lost: (answer: Response) => Promise<Response>): FakeSlack['fetch'] =>
  async (url, init) => {
    const answer = await slack.fetch(url, init);
    return String(url).endsWith(method) ? lost(answer) : answer;
  };

const thrown = async (work: Promise<unknown>): Promise<DeliveryError> => {
  try {
    await work;
  } catch (error) {
    return error as DeliveryError;
  }
  throw new Error('Nothing was thrown.');
};

const shown = () => [...slack.messages.values()].map(({ blocks }) => JSON.stringify(blocks));

beforeEach(() => {
  slack = new FakeSlack();
  store = keptClaims();
});

describe('put', () => {
  it('posts into the thread, once, with the turn id in the first block', async () => {
    const posted = await process().put(PLACE, message('first'), null);
    const [call] = slack.called('chat.postMessage');
    expect(call).toMatchObject({ channel: KEY.channel, thread_ts: KEY.thread, text: 'A reading.' });
    expect(call).not.toHaveProperty('reply_broadcast');
    expect(slack.messages.get(posted?.ts ?? '')?.blocks[0]?.block_id).toBe('turn:turn-1');
    expect(slack.called('conversations.replies')).toHaveLength(0);
  });

  it('updates the message it is told of', async () => {
    const posted = await process().put(PLACE, message('first'), null);
    await process().put(PLACE, message('second'), posted?.ts ?? '');
    expect(shown()).toEqual([expect.stringContaining('second')]);
  });

  it('adopts and updates what a process posted that died before it could tell', async () => {
    await process().put(PLACE, message('first'), null);
    const adopted = await process().put(PLACE, message('again'), null);
    expect(shown()).toEqual([expect.stringContaining('again')]);
    expect(adopted?.ts).toBe([...slack.messages.keys()][0]);
  });

  it('posts when a process died between claiming and posting', async () => {
    store.taken.add('post:turn-1');
    await process().put(PLACE, message('first'), null);
    expect(shown()).toHaveLength(1);
  });

  it('takes no message of somebody else for ours, even with our block id', async () => {
    await process().put(PLACE, message('first'), null);
    slack.answers.set('conversations.replies', () => ({
      messages: [{ ts: '9.9', user: 'U0OTHER', blocks: [{ block_id: 'turn:turn-1' }] }],
    }));
    await process().put(PLACE, message('second'), null);
    expect(slack.called('chat.update')).toHaveLength(0);
  });

  it.each([
    ['the connection breaks', async () => Promise.reject(new TypeError('fetch failed'))],
    ['Slack answers 503', async () => new Response('', { status: 503 })],
    [
      'the answer breaks off',
      async () =>
        Object.assign(new Response('{}'), {
          text: () => Promise.reject(new DOMException('late', 'TimeoutError')),
        }),
    ],
  ])('answers once although %s after the post', async (_what, lost) => {
    const error = await thrown(
      process(losing('chat.postMessage', lost)).put(PLACE, message('first'), null),
    );
    expect(error).toMatchObject({ name: 'DeliveryError', kind: 'unsure', retryAfterMs: 1_000 });
    await process().put(PLACE, message('second'), null);
    expect(shown()).toEqual([expect.stringContaining('second')]);
  });

  it('says how long to wait when Slack is busy, and posts afterwards without looking', async () => {
    slack.answers.set(
      'chat.postMessage',
      () => new Response('', { status: 429, headers: { 'retry-after': '7' } }),
    );
    const error = await thrown(process().put(PLACE, message('first'), null));
    expect(error).toMatchObject({ kind: 'later', retryAfterMs: 7_000 });
    slack.answers.delete('chat.postMessage');
    await process().put(PLACE, message('first'), null);
    expect(shown()).toHaveLength(1);
    expect(slack.called('conversations.replies')).toHaveLength(0);
  });

  it.each(['not_in_channel', 'channel_not_found', 'is_archived', 'thread_not_found'])(
    'gives up quietly when the place is gone: %s',
    async (error) => {
      slack.answers.set('chat.postMessage', () => ({ ok: false, error }));
      expect(await process().put(PLACE, message('first'), null)).toBeNull();
    },
  );

  it('gives up quietly when its message was deleted meanwhile', async () => {
    slack.answers.set('chat.update', () => ({ ok: false, error: 'message_not_found' }));
    expect(await process().put(PLACE, message('second'), '1.1')).toBeNull();
  });

  it('tells a refusal that trying again will not change', async () => {
    slack.answers.set('chat.postMessage', () => ({ ok: false, error: 'token_revoked' }));
    const error = await thrown(process().put(PLACE, message('first'), null));
    expect(error).toMatchObject({ kind: 'refused', code: 'token_revoked', retryAfterMs: null });
    expect(error.message).not.toContain('first');
  });

  it.each(['invalid_blocks', 'msg_blocks_too_long'])('sends plain text on %s', async (code) => {
    slack.answers.set('chat.postMessage', (args) =>
      args.blocks ? { ok: false, error: code } : { ts: '5.5' },
    );
    expect(await process().put(PLACE, message('the words'), null)).toEqual({ ts: '5.5' });
    expect(slack.called('chat.postMessage').at(-1)?.text).toBe('the words');
  });

  it('answers rather twice than not at all when it may not look', async () => {
    store.taken.add('post:turn-1');
    slack.answers.set('conversations.replies', () => ({ ok: false, error: 'missing_scope' }));
    await process().put(PLACE, message('first'), null);
    expect(shown()).toHaveLength(1);
  });

  it('waits when looking fails for now', async () => {
    store.taken.add('post:turn-1');
    slack.answers.set(
      'conversations.replies',
      () => new Response('', { status: 429, headers: { 'retry-after': '60' } }),
    );
    const error = await thrown(process().put(PLACE, message('first'), null));
    expect(error).toMatchObject({ kind: 'later', retryAfterMs: 60_000 });
    expect(shown()).toHaveLength(0);
  });
});

describe('putOnce', () => {
  it('posts once, however often and from however many processes it is asked', async () => {
    const one = process();
    await one.putOnce(PLACE, message('safety'));
    await one.putOnce(PLACE, message('safety'));
    await process().putOnce(PLACE, message('safety'));
    expect(shown()).toHaveLength(1);
  });

  it('leaves a reply that stands as it is', async () => {
    await process().put(PLACE, message('reading'), null);
    await process().putOnce(PLACE, message('safety'));
    expect(shown()).toEqual([expect.stringContaining('reading')]);
  });

  it('posts although the store is down', async () => {
    store.claim = async () => Promise.reject(new Error('down'));
    const one = process();
    await one.putOnce(PLACE, message('safety'));
    await one.putOnce(PLACE, message('safety'));
    expect(shown()).toHaveLength(1);
  });
});
