import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a scripted endpoint does with one request. */
export type Play = (response: ServerResponse, body: string) => void | Promise<void>;

/** A request as it came over the wire. */
interface Recorded {
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** An OpenAI-compatible endpoint on loopback that does what a test says. */
export interface ModelServer {
  readonly url: string;
  readonly requests: Recorded[];
  /** What to do from now on; a list is played in order, its last entry for ever. */
  play(...plays: Play[]): void;
  close(): Promise<void>;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** Starts the endpoint on a free port. */
export async function startModelServer(...first: Play[]): Promise<ModelServer> {
  let plays = first;
  let turn = 0;
  const requests: Recorded[] = [];
  const server = createServer(async (request, response) => {
    response.on('error', () => {});
    const body = await bodyOf(request);
    requests.push({ headers: request.headers, body });
    const play = plays[Math.min(turn, plays.length - 1)];
    turn += 1;
    await play?.(response, body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    requests,
    play: (...next) => {
      plays = next;
      turn = 0;
      requests.length = 0;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
