import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { EXAMPLES } from '../../../demo/cases.ts';
import { turnId } from '../../../src/slack/turn-id.ts';
import { turnOf } from '../../../src/slack/views/turn-mark.ts';
import { hasRedis, type RedisServer, startRedis } from '../../state/redis-server.ts';
import { KEY, OTHER } from '../../support/builders.ts';
import { plainScreen } from '../../support/plain-screen.ts';
import { type Running, startApp } from '../../support/start-app.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let server: RedisServer | undefined;
let bot: Running;
beforeAll(async () => {
  if (hasRedis) server = await startRedis();
});
afterEach(() => bot.stop());
afterAll(async () => server?.stop());

/** Holds back every post into one thread until it is let go. */
function holdPosts(thread: string) {
  const held = Promise.withResolvers<undefined>();
  const seen = Promise.withResolvers<void>();
  bot.slack.answers.set('chat.postMessage', (args) => {
    if (args.thread_ts !== thread) return undefined;
    seen.resolve();
    return held.promise;
  });
  return { letGo: () => held.resolve(undefined), seen: seen.promise };
}

const marks = (thread: string) =>
  [...bot.slack.messages.values()]
    .filter((message) => message.thread === thread)
    .map(({ blocks }) => turnOf(blocks));
const follower = (place: number) => `170000010${place}.000100`;

describe.each(['local', 'redis'])('with the %s driver', (driver) => {
  const start = async () => {
    const url = driver === 'redis' ? server?.url : undefined;
    await server?.client.flushall();
    bot = await startApp({ stages: { screen: plainScreen }, ...(url ? { redisUrl: url } : {}) });
  };

  it.runIf(driver === 'local' || hasRedis)(
    'the first message is answered at once and quick followers as one further turn',
    async () => {
      await start();
      const post = holdPosts(KEY.thread);
      await bot.slack.mention(EXAMPLES.withdrawal);
      await post.seen;
      for (const place of [1, 2, 3]) {
        const text = `${EXAMPLES.followUp} This is note ${place}.`;
        await bot.slack.say(text, { ts: follower(place), thread: KEY.thread });
      }
      post.letGo();
      await bot.settled();
      expect(marks(KEY.thread)).toEqual([turnId(KEY, KEY.thread), turnId(KEY, follower(3))]);
      const kase = await bot.app.state.store.load({ ...KEY });
      expect(kase?.turns.map(({ ts }) => ts)).toEqual([KEY.thread, ...[1, 2, 3].map(follower)]);
    },
  );

  it.runIf(driver === 'local' || hasRedis)(
    'a thread that is held up holds up no other',
    async () => {
      await start();
      const post = holdPosts(KEY.thread);
      await bot.slack.mention(EXAMPLES.withdrawal);
      await post.seen;
      const other = '1700000500.000100';
      await bot.slack.mention(EXAMPLES.confrontation, { ts: other, user: OTHER });
      while (marks(other).length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
      expect(marks(KEY.thread)).toEqual([]);
      post.letGo();
      await bot.settled();
      expect(marks(KEY.thread)).toHaveLength(1);
    },
  );

  it.runIf(driver === 'local' || hasRedis)(
    'a follower that comes in just while the first answer is saved is not taken for other talk',
    async () => {
      await start();
      const post = holdPosts(KEY.thread);
      await bot.slack.mention(EXAMPLES.withdrawal);
      await post.seen;
      const { store } = bot.app.state;
      const { load } = store;
      store.load = async (key) => {
        store.load = load;
        const kase = await load(key);
        post.letGo();
        await bot.settled();
        return kase;
      };
      const text = `${EXAMPLES.followUp} At once.`;
      await bot.slack.say(text, { ts: follower(1), thread: KEY.thread });
      store.load = load;
      post.letGo();
      await bot.settled();
      expect((await load({ ...KEY }))?.turns).toHaveLength(2);
    },
  );

  it.runIf(driver === 'local' || hasRedis)(
    'a message that Slack delivers late finds its place in the order of writing',
    async () => {
      await start();
      await bot.slack.mention(EXAMPLES.withdrawal);
      await bot.settled();
      await bot.slack.say(`${EXAMPLES.followUp} Two.`, { ts: follower(2), thread: KEY.thread });
      await bot.settled();
      await bot.slack.say(`${EXAMPLES.followUp} One.`, { ts: follower(1), thread: KEY.thread });
      await bot.settled();
      expect(marks(KEY.thread)).toEqual([turnId(KEY, KEY.thread), turnId(KEY, follower(2))]);
      const kase = await bot.app.state.store.load({ ...KEY });
      expect(kase?.turns.map(({ ts }) => ts)).toEqual([KEY.thread, follower(1), follower(2)]);
    },
  );
});
