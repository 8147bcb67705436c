import { KEY } from './builders.ts';

/** One call of the Web API as it left us. */
export interface Call {
  readonly method: string;
  readonly args: Readonly<Record<string, string>>;
}

/** One message of ours as it stands in the fake workspace. */
export interface Standing {
  readonly ts: string;
  readonly channel: string;
  readonly thread: string;
  readonly text: string;
  readonly blocks: readonly Record<string, unknown>[];
}

/** Who we are in the fake workspace. */
export const BOT = { user: 'U0IMPASSE', bot: 'B0IMPASSE' };

const blocksOf = (args: Call['args']) => JSON.parse(args.blocks ?? '[]') as Standing['blocks'];

const ours = (messages: Iterable<Standing>, stands: (message: Standing) => boolean) => ({
  messages: [...messages]
    .filter(stands)
    .map((message) => ({ ...message, user: BOT.user, bot_id: BOT.bot })),
});

/** What a workspace usually answers, keeping its messages as real ones would stand; `next` counts posts. */
export function answerOf(
  { method, args }: Call,
  messages: Map<string, Standing>,
  next: () => number,
): object {
  const { channel = '', user = '', text = '', thread_ts: thread = '', ts = '' } = args;
  switch (method) {
    case 'auth.test':
      return { team_id: KEY.team, user_id: BOT.user, bot_id: BOT.bot };
    case 'conversations.info':
      return { channel: { id: channel, name: 'case-consult', is_channel: true, is_member: true } };
    case 'users.info':
      return { user: { id: user, team_id: KEY.team } };
    case 'conversations.open':
      return { channel: { id: `D0${args.users ?? ''}` } };
    case 'chat.postMessage': {
      const at = `1800000000.${String(next()).padStart(6, '0')}`;
      messages.set(at, { ts: at, channel, thread, text, blocks: blocksOf(args) });
      return { ts: at, channel };
    }
    case 'chat.update': {
      const before = messages.get(ts);
      if (before) messages.set(ts, { ...before, text, blocks: blocksOf(args) });
      return { ts, channel };
    }
    case 'chat.delete':
      messages.delete(ts);
      return {};
    case 'conversations.history':
      return ours(messages.values(), (each) => each.channel === channel && each.thread === '');
    case 'conversations.replies':
      return ours(messages.values(), (each) => each.thread === ts);
    default:
      return {};
  }
}
