import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Play } from './model-server.ts';

const EVENTS = { 'content-type': 'text/event-stream' };
const JSON_TYPE = { 'content-type': 'application/json' };
const USAGE = {
  prompt_tokens: 6000,
  completion_tokens: 300,
  total_tokens: 6300,
  prompt_tokens_details: { cached_tokens: 5500 },
};

const event = (delta: object, finish: string | null = null) =>
  `data: ${JSON.stringify({ id: 'c1', object: 'chat.completion.chunk', created: 1, model: 'm', choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`;
const usage = `data: ${JSON.stringify({ id: 'c1', object: 'chat.completion.chunk', created: 1, model: 'm', choices: [], usage: USAGE })}\n\n`;
const END = `${usage}data: [DONE]\n\n`;
const halves = (text: string) => [text.slice(0, text.length / 2), text.slice(text.length / 2)];

/** A whole answer, streamed in two pieces. */
export const answers =
  (content: string, finish = 'stop'): Play =>
  (response) => {
    response.writeHead(200, EVENTS);
    for (const piece of halves(content)) response.write(event({ content: piece }));
    response.end(event({}, finish) + END);
  };

/** The answer a function makes of the request's prompt (`classify` or `suggest`). */
export const answersBy =
  (answer: (prompt: string, variable: string) => string): Play =>
  (response, body) => {
    const { response_format: format, messages } = JSON.parse(body);
    return answers(answer(format?.json_schema?.name ?? '', messages[1].content))(response, body);
  };

/** One JSON object instead of a stream, from a server that does not stream. */
export const answersWhole =
  (content: string): Play =>
  (response) => {
    const choices = [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }];
    response.writeHead(200, JSON_TYPE).end(JSON.stringify({ choices, usage: USAGE }));
  };

/** A refusal in the field meant for it. */
export const refuses: Play = (response) => {
  response.writeHead(200, EVENTS);
  response.end(event({ refusal: 'I cannot help with that.' }) + event({}, 'stop') + END);
};

/** An HTTP error with the body OpenAI sends. */
export const fails =
  (status: number, error: object = {}, headers: Record<string, string> = {}): Play =>
  (response) => {
    response.writeHead(status, { ...JSON_TYPE, ...headers }).end(JSON.stringify({ error }));
  };

/** An error told inside a stream that began well. */
export const failsInStream: Play = (response) => {
  response.writeHead(200, EVENTS);
  response.write(event({ content: '{"lab' }));
  response.end(`data: ${JSON.stringify({ error: { type: 'server_error', message: 'x' } })}\n\n`);
};

/** The connection breaks before the headers. */
export const hangsUp: Play = (response) => {
  response.destroy();
};

/** The connection breaks in the middle of the answer. */
export const cutsOff =
  (content: string): Play =>
  async (response) => {
    response.writeHead(200, EVENTS);
    response.write(event({ content: halves(content)[0] }));
    await sleep(30);
    response.destroy();
  };

/** The stream ends cleanly in the middle of the answer. */
export const endsEarly =
  (content: string): Play =>
  (response) => {
    response.writeHead(200, EVENTS);
    response.end(event({ content: halves(content)[0] }));
  };

/** No headers for so long. */
export const waits =
  (ms: number, then: Play): Play =>
  async (response, body) => {
    await sleep(ms);
    if (!response.destroyed) await then(response, body);
  };

/** Headers at once, then one letter every so many milliseconds, so that it takes for ever. */
export const drips =
  (content: string, everyMs: number): Play =>
  async (response) => {
    response.writeHead(200, EVENTS);
    response.flushHeaders();
    for (const letter of content) {
      await sleep(everyMs);
      if (response.destroyed) return;
      response.write(event({ content: letter }));
    }
    response.end(event({}, 'stop') + END);
  };

/** Writes the same over and over, as fast as the socket takes it, until the other side has enough. */
async function pour(response: ServerResponse, piece: string): Promise<void> {
  const closed = once(response, 'close');
  for (let at = 0; at < 500 && !response.destroyed; at++) {
    if (!response.write(piece)) await Promise.race([once(response, 'drain'), closed]);
  }
  response.end();
}

/** An answer without end. */
export const floods: Play = async (response) => {
  response.writeHead(200, EVENTS);
  await pour(response, event({ content: 'x'.repeat(20_000) }));
};

/** One event line that never ends. */
export const floodsOneLine: Play = async (response) => {
  response.writeHead(200, EVENTS);
  response.write('data: {"choices":[{"delta":{"content":"');
  await pour(response, 'x'.repeat(20_000));
};

/** Bytes that are no UTF-8 in the middle of the answer. */
export const garbles =
  (content: string): Play =>
  (response) => {
    const [head = '', tail = ''] = event({ content }).split(content.slice(8, 12));
    response.writeHead(200, EVENTS);
    response.write(
      Buffer.concat([Buffer.from(head), Buffer.from([0xff, 0xfe, 0xc3]), Buffer.from(tail)]),
    );
    response.end(event({}, 'stop') + END);
  };

/** Sends the request on to somebody else. */
export const redirects =
  (to: string): Play =>
  (response) => {
    response.writeHead(307, { location: to }).end();
  };

/** A page where an API should be. */
export const showsPage: Play = (response) => {
  response.writeHead(200, { 'content-type': 'text/html' }).end('<html>It works</html>');
};
