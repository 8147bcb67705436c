import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FakeSlack } from './fake-slack.ts';

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** The calls of a fake workspace behind a real address, for processes of their own. */
export async function serveSlack(slack: FakeSlack) {
  const server = createServer((request, response) => {
    const answer = async () => {
      const body = await bodyOf(request);
      const given = await slack.fetch(`http://localhost${request.url}`, { method: 'POST', body });
      response.writeHead(given.status, Object.fromEntries(given.headers));
      response.end(await given.text());
    };
    answer().catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
