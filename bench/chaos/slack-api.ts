import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { blocksFault, createBucket } from './limits.ts';
import type { Random } from './random.ts';
import { BOT, CHANNELS, PEOPLE, TEAM, type Workspace } from './workspace.ts';

/** How often the server was unkind. */
interface Unkindness {
  rateLimited: number;
  serverErrors: number;
  /** Posts and updates that were taken and whose answer was not sent. */
  dropped: number;
  /** Refused for what the bot sent; there must be none. */
  refused: Record<string, number>;
  /** Private notes people got, by their first words. */
  notes: Record<string, number>;
}

type Args = Readonly<Record<string, string>>;
type Answer = { readonly error: string } | Record<string, unknown>;

const POSTS_A_SECOND = 1;
const BURST = 3;
/** Methods that change something, which are limited, break and lose their answers. */
const WRITES = new Set(['chat.postMessage', 'chat.update']);
const BREAKS = new Set([...WRITES, 'conversations.replies']);
const CHANCE = { limit: 0.03, error: 0.03, drop: 0.035 };
const TOKEN = 'Bearer xoxb-chaos';

const Note = z.object({ text: z.object({ text: z.string() }) });

async function bodyOf(request: IncomingMessage): Promise<Args> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString('utf8')));
}

function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '[]');
  } catch {
    return null;
  }
}

/** Puts a message of the bot into the workspace or changes one, as strictly as Slack. */
function write(method: string, args: Args, workspace: Workspace): Answer {
  const { channel = '', thread_ts: thread = '', ts = '', text = '' } = args;
  const blocks = parsed(args.blocks);
  // A welcome in somebody's direct messages belongs to no case.
  if (channel.startsWith('D')) return { channel, ts: '1800000000.000100' };
  if (!CHANNELS.includes(channel)) return { error: 'channel_not_found' };
  const fault = blocksFault(text, blocks);
  if (fault !== null) return { error: fault };
  const kept = blocks as Record<string, unknown>[];
  if (method === 'chat.update') {
    const message = workspace.find(channel, ts);
    if (message?.user !== BOT.user) return { error: 'message_not_found' };
    Object.assign(message, { text, blocks: kept });
    return { channel, ts };
  }
  if (workspace.thread(channel, thread).length === 0) return { error: 'thread_not_found' };
  const posted = workspace.post({ channel, thread, user: BOT.user, text, blocks: kept });
  return { channel, ts: posted.ts };
}

function repliesOf({ channel = '', ts = '', oldest = '0', limit = '100' }: Args, space: Workspace) {
  const [parent, ...rest] = space.thread(channel, ts);
  if (parent === undefined) return { error: 'thread_not_found' };
  const later = rest.filter((message) => Number(message.ts) > Number(oldest));
  const page = later.slice(0, Number(limit)).map((message) => ({
    ...message,
    ...(message.user === BOT.user ? { bot_id: BOT.bot } : {}),
  }));
  return { messages: [parent, ...page], has_more: later.length > page.length };
}

function read(method: string, args: Args, workspace: Workspace): Answer {
  const { channel = '', user = '' } = args;
  switch (method) {
    case 'auth.test':
      return { team_id: TEAM, user_id: BOT.user, bot_id: BOT.bot };
    case 'users.info':
      return PEOPLE.includes(user)
        ? { user: { id: user, team_id: TEAM } }
        : { error: 'user_not_found' };
    case 'conversations.info':
      return CHANNELS.includes(channel)
        ? { channel: { id: channel, name: channel.toLowerCase(), is_member: true } }
        : { error: 'channel_not_found' };
    case 'users.list':
      return { members: PEOPLE.map((id) => ({ id, team_id: TEAM, profile: {} })) };
    case 'conversations.replies':
      return repliesOf(args, workspace);
    case 'conversations.open':
      return { channel: { id: `D${args.users?.slice(1)}` } };
    case 'chat.postEphemeral':
    case 'assistant.threads.setStatus':
      return {};
    default:
      return { error: 'unknown_method' };
  }
}

/** Slack's Web API on the loopback address: strict, limited, and now and then broken. */
export async function startSlackApi(workspace: Workspace, random: Random) {
  const unkind: Unkindness = {
    rateLimited: 0,
    serverErrors: 0,
    dropped: 0,
    refused: {},
    notes: {},
  };
  const buckets = new Map(CHANNELS.map((id) => [id, createBucket(POSTS_A_SECOND, BURST)]));

  function limited(method: string, channel: string, response: ServerResponse): boolean {
    const wait = method === 'chat.postMessage' ? (buckets.get(channel)?.take(Date.now()) ?? 0) : 0;
    const seconds = wait || (random.chance(CHANCE.limit) ? random.between(1, 3) : 0);
    if (seconds === 0) return false;
    unkind.rateLimited += 1;
    response.writeHead(429, { 'retry-after': `${seconds}` }).end();
    return true;
  }

  function broken(response: ServerResponse): boolean {
    if (!random.chance(CHANCE.error)) return false;
    unkind.serverErrors += 1;
    response.writeHead(random.pick([500, 502, 503])).end();
    return true;
  }

  /** True when the answer is to be lost, although the message was taken. */
  function drops(answer: Answer): boolean {
    if ('error' in answer || !random.chance(CHANCE.drop)) return false;
    unkind.dropped += 1;
    return true;
  }

  function note(method: string, { error }: { readonly error?: unknown }): void {
    if (error === undefined) return;
    const code = `${method} ${error}`;
    unkind.refused[code] = (unkind.refused[code] ?? 0) + 1;
  }

  function noteTo({ blocks }: Args): void {
    const [first] = z.array(Note).parse(parsed(blocks));
    const words = (first?.text.text ?? '').split(' ').slice(0, 6).join(' ');
    unkind.notes[words] = (unkind.notes[words] ?? 0) + 1;
  }

  function answerTo(method: string, args: Args, authorization: string | undefined): Answer {
    if (authorization !== TOKEN) return { error: 'invalid_auth' };
    if (method === 'chat.postEphemeral') noteTo(args);
    return (WRITES.has(method) ? write : read)(method, args, workspace);
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const method = (request.url ?? '').replace(/^\/api\//, '');
    const args = await bodyOf(request);
    const writes = WRITES.has(method);
    if (writes && limited(method, args.channel ?? '', response)) return;
    if (BREAKS.has(method) && broken(response)) return;
    const answer = answerTo(method, args, request.headers.authorization);
    note(method, answer);
    if (writes && drops(answer)) {
      request.socket.destroy();
      return;
    }
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ ok: !('error' in answer), ...answer }));
  }

  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/api/`,
    unkind,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
