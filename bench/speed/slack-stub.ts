import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Slack's Web API on the loopback address: answers everything at once and notes when a thread was posted to. */
export interface SlackStub {
  /** Base URL of the Web API. */
  readonly url: string;
  /** `performance.now()` of the first post in each thread. */
  readonly posted: ReadonlyMap<string, number>;
  stop(): void;
}

export const TEAM = 'T0SPEED';
export const CHANNEL = 'C0SPEED';
const BOT = { user_id: 'U0IMPASSE', bot_id: 'B0IMPASSE' };

async function bodyOf(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
}

/** Starts it on a free port. */
export async function startSlackStub(): Promise<SlackStub> {
  const posted = new Map<string, number>();
  let count = 0;

  function answer(method: string, args: URLSearchParams): object {
    switch (method) {
      case 'auth.test':
        return { team_id: TEAM, ...BOT };
      case 'users.info':
        return { user: { id: args.get('user'), team_id: TEAM } };
      case 'conversations.info':
        return { channel: { id: args.get('channel'), name: 'cases', is_member: true } };
      case 'users.list':
        return { members: [] };
      case 'conversations.replies':
        return { messages: [] };
      case 'chat.postMessage': {
        const thread = args.get('thread_ts') ?? '';
        if (!posted.has(thread)) posted.set(thread, performance.now());
        count += 1;
        return { ts: `1900000000.${String(count).padStart(6, '0')}`, channel: args.get('channel') };
      }
      default:
        return { ts: args.get('ts'), channel: args.get('channel') };
    }
  }

  const server = createServer(async (request, response) => {
    const method = (request.url ?? '').replace(/^\/api\//, '');
    const body = JSON.stringify({ ok: true, ...answer(method, await bodyOf(request)) });
    response.writeHead(200, { 'content-type': 'application/json' }).end(body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/api/`,
    posted,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
