import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { probeEndpoint } from '../../src/openai/probe-endpoint.ts';

let server: Server | undefined;
afterEach(() => void server?.close());

/** An endpoint that answers some paths with JSON and the rest with 404. */
async function endpoint(pages: Record<string, object>): Promise<string> {
  server = createServer((request, response) => {
    const page = pages[request.url ?? ''];
    response.writeHead(page ? 200 : 404, { 'content-type': 'application/json' });
    response.end(JSON.stringify(page ?? {}));
  });
  await new Promise<void>((go) => server?.listen(0, '127.0.0.1', go));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
}

const probe = (baseUrl: string) =>
  probeEndpoint({ baseUrl, apiKey: 'none', model: 'qwen3', profile: 'generic' });
const MODELS = { data: [{ id: 'qwen3' }, { id: 'other' }] };

describe('probeEndpoint', () => {
  it.each([
    ['ollama', '/api/version', { version: '0.13.3' }],
    ['llama.cpp', '/props', { default_generation_settings: {} }],
    ['vllm', '/version', { version: '0.12.0' }],
  ])('knows %s by what only it answers', async (profile, path, page) => {
    const url = await endpoint({ '/v1/models': MODELS, [path]: page });
    expect(await probe(url)).toMatchObject({ reachable: true, profile, serves: true });
  });

  it('tells when the model is not served, or when nobody tells', async () => {
    const url = await endpoint({ '/v1/models': { data: [{ id: 'other' }] } });
    expect(await probe(url)).toMatchObject({ profile: null, serves: false });
    expect(await probe(url.replace('/v1', '/v2'))).toMatchObject({ status: 404, serves: null });
  });

  it('tells when nothing answers', async () => {
    expect(await probe('http://127.0.0.1:9/v1')).toMatchObject({ reachable: false, status: null });
  });
});
