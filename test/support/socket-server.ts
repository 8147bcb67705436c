import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

/** A text frame as a server sends it (RFC 6455 5.2). */
function frame(text: string): Buffer {
  const body = Buffer.from(text);
  const head =
    body.length < 126
      ? Buffer.from([0x81, body.length])
      : Buffer.from([0x81, 126, body.length >> 8, body.length & 0xff]);
  return Buffer.concat([head, body]);
}

interface Frame {
  readonly kind: number;
  readonly text: string;
}

/** Masked client frames under 64 KB. */
function framesIn(data: Buffer): Frame[] {
  const found: Frame[] = [];
  for (let at = 0; at + 6 <= data.length; ) {
    const long = ((data[at + 1] ?? 0) & 0x7f) === 126;
    const length = long ? data.readUInt16BE(at + 2) : (data[at + 1] ?? 0) & 0x7f;
    const from = at + (long ? 8 : 6);
    const mask = data.subarray(from - 4, from);
    const body = data.subarray(from, from + length).map((byte, i) => byte ^ (mask[i % 4] ?? 0));
    found.push({ kind: (data[at] ?? 0) & 0x0f, text: Buffer.from(body).toString() });
    at = from + length;
  }
  return found;
}

/** Slack's end of Socket Mode on loopback: greets, sends envelopes, remembers acknowledgements. */
export class SocketServer {
  readonly acknowledged: { readonly envelope_id: string; readonly payload?: unknown }[] = [];
  readonly #server: Server = createServer();
  readonly #sockets = new Set<Socket>();
  connections = 0;

  constructor() {
    this.#server.on('upgrade', (request, socket: Socket) => {
      const key = request.headers['sec-websocket-key'] ?? '';
      const accept = createHash('sha1').update(`${key}${GUID}`).digest('base64');
      socket.write(
        `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
      );
      this.connections += 1;
      this.#sockets.add(socket);
      socket.on('data', (data) => {
        for (const { kind, text } of framesIn(data)) {
          if (kind === 1) this.acknowledged.push(JSON.parse(text));
          if (kind === 8) socket.end(Buffer.from([0x88, 0]));
        }
      });
      socket.on('error', () => undefined);
      socket.on('close', () => this.#sockets.delete(socket));
      socket.write(frame(JSON.stringify({ type: 'hello', num_connections: 1 })));
    });
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `ws://127.0.0.1:${(this.#server.address() as AddressInfo).port}/link`;
  }

  /** Sends a frame as it is. */
  send(value: unknown): void {
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    for (const socket of this.#sockets) socket.write(frame(text));
  }

  /** Breaks every connection without a word. */
  drop(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  async stop(): Promise<void> {
    this.drop();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
