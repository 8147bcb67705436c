import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A quick answer of a hosted model to a prompt of this kind takes about so long. */
const MS = 1_500;

/** A model that always takes the same time, on the loopback address. */
export async function startModelStub() {
  const server = createServer((request, response) => {
    request.resume();
    setTimeout(() => response.end('A few sentences of an answer.'), MS);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    ms: MS,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
