import { FaultError } from './model-fault.ts';

/** Far above any honest answer, far below what would hurt the process. */
const MOST_BYTES = 2_000_000;

type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

/** Passes bytes on until there are too many. */
function bounded(body: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  let bytes = 0;
  return body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        bytes += chunk.byteLength;
        if (bytes > MOST_BYTES) controller.error(new FaultError('too-large'));
        else controller.enqueue(chunk);
      },
    }),
  );
}

interface WholeAnswer {
  readonly choices?: readonly {
    readonly message?: object;
    readonly finish_reason?: string | null;
  }[];
  readonly usage?: unknown;
}

/** One answer in a piece, told as the single event of a stream. */
function asEvents(whole: WholeAnswer): string {
  const choices = (whole.choices ?? []).map(({ message, finish_reason }, index) => ({
    ...{ index, delta: message ?? {}, finish_reason },
  }));
  return `data: ${JSON.stringify({ choices, usage: whole.usage })}\n\ndata: [DONE]\n\n`;
}

function parsed(text: string): WholeAnswer {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    throw new FaultError('invalid-json');
  }
}

/**
 * `fetch` with a bound on the size of an answer, for servers that may send anything. Redirects are
 * refused, so that no server can send case text on to another. A server that answers a request for
 * a stream in one piece is understood as well.
 */
export const boundedFetch: Fetch = async (input, init) => {
  const response = await fetch(input, { ...init, redirect: 'error' });
  if (response.body === null) return response;
  const { status, statusText, headers } = response;
  const body = new Response(bounded(response.body), { status, statusText, headers });
  const type = headers.get('content-type') ?? '';
  if (!response.ok || !type.includes('application/json')) return body;
  const events = asEvents(parsed(await body.text()));
  return new Response(events, { status, headers: { 'content-type': 'text/event-stream' } });
};
