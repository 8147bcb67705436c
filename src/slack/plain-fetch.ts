import type { FetchFunction } from '@slack/web-api';
import { Agent, getGlobalDispatcher, request } from 'undici';

/** HTTP/1.1 with connections kept, as many as are needed. */
const direct = new Agent({ allowH2: false });

/** With a proxy that Node was told of (`NODE_USE_ENV_PROXY=1`), Node's own way out is taken. */
function wayOut() {
  const common = getGlobalDispatcher();
  return common instanceof Agent ? direct : common;
}

/**
 * What the Web API client needs of `fetch`, over undici's plain request: streams, signals and headers as
 * objects cost more than everything else about a call. Files go through `fetch` itself.
 */
export const plainFetch: FetchFunction = async (url, init = {}) => {
  const { method = 'GET', headers = {}, body, signal } = init;
  if (typeof body !== 'string') return fetch(url, init);
  const options = { dispatcher: wayOut(), method, headers, body, signal: signal ?? null };
  const answer = await request(url, options);
  const { statusCode: status } = answer;
  const text = await answer.body.text();
  const header = (name: string) => {
    const value = answer.headers[name.toLowerCase()];
    return Array.isArray(value) ? value.join(', ') : value;
  };
  return {
    ...{ ok: status >= 200 && status < 300, status, statusText: '', url: String(url) },
    headers: {
      get: (name) => header(name) ?? null,
      entries: () => Object.keys(answer.headers).map((name) => [name, header(name) ?? '']),
    },
    text: async () => text,
    json: async () => JSON.parse(text),
    arrayBuffer: async () => new TextEncoder().encode(text).buffer,
  };
};
