import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Registry } from 'prom-client';
import type { Readiness } from './readiness.ts';

/** What is served to those who run the bot. */
export interface OperationsParts {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly registry: Registry;
  /** Null until everything is started, and again while stopping. */
  readonly readiness: () => Promise<Readiness | null>;
}

/** The server, listening. */
export interface Operations {
  readonly port: number;
  close(): void;
}

type Answer = { readonly status: number; readonly type: string; readonly body: string };

const TEXT = 'text/plain; charset=utf-8';
const text = (status: number, body: string): Answer => ({ status, type: TEXT, body: `${body}\n` });
const json = (status: number, body: unknown): Answer => ({
  ...{ status, type: 'application/json', body: `${JSON.stringify(body)}\n` },
});

async function answerTo(path: string, parts: OperationsParts): Promise<Answer> {
  switch (path) {
    case '/healthz':
      return text(200, 'alive');
    case '/readyz': {
      const readiness = await parts.readiness();
      if (readiness === null) return json(503, { ready: false });
      return json(readiness.ready ? 200 : 503, readiness);
    }
    case '/metrics': {
      const { registry } = parts;
      return { status: 200, type: registry.contentType, body: await registry.metrics() };
    }
    default:
      return text(404, 'Here are /healthz, /readyz and /metrics.');
  }
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  parts: OperationsParts,
): Promise<void> {
  request.resume();
  const known = request.method === 'GET' || request.method === 'HEAD';
  const [path = '/'] = (request.url ?? '/').split('?');
  const { status, type, body } = known
    ? await answerTo(path, parts)
    : text(405, 'Only GET is answered.');
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' });
  response.end(request.method === 'HEAD' ? undefined : body);
}

function createOperationsServer(parts: OperationsParts): Server {
  const server = createServer((request, response) => {
    serve(request, response, parts).catch(() => response.destroy());
  });
  server.requestTimeout = 5_000;
  server.headersTimeout = 5_000;
  server.keepAliveTimeout = 1_000;
  server.maxConnections = 50;
  return server;
}

/**
 * Serves `/healthz` (the process is alive), `/readyz` (it can work) and `/metrics` (Prometheus text).
 * Nothing that is served holds text of a case, or an id of a person or a workspace.
 * @throws the error of `listen`, such as EADDRINUSE
 */
export async function serveOperations(parts: OperationsParts): Promise<Operations> {
  const server = createOperationsServer(parts);
  server.listen(parts.port, parts.host);
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
