import { Registry } from 'prom-client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { registerQueueGauges } from '../../src/operate/queue-gauges.ts';
import { type Readiness, type ReadinessParts, readinessOf } from '../../src/operate/readiness.ts';
import { type Operations, serveOperations } from '../../src/operate/serve-operations.ts';

const DEPTH = { threads: 2, failed: 1, oldestMs: 1500 };
const PARTS: ReadinessParts = {
  ...{ depth: async () => DEPTH, isOpen: () => true, works: true, waitMs: 50 },
  lastTurn: () => performance.now(),
};

let registry: Registry;
let readiness: () => Promise<Readiness | null>;
let served: Operations;
const get = (path: string, method = 'GET') =>
  fetch(`http://127.0.0.1:${served.port}${path}`, { method });

beforeEach(async () => {
  registry = new Registry();
  readiness = async () => null;
  const host = '127.0.0.1';
  served = await serveOperations({ host, port: 0, registry, readiness: () => readiness() });
});
afterEach(() => served.close());

describe('/healthz', () => {
  it('says that the process is alive, whatever else is wrong', async () => {
    const response = await get('/healthz');
    expect([response.status, await response.text()]).toEqual([200, 'alive\n']);
  });
});

describe('/readyz', () => {
  it('says no before the start and while stopping', async () => {
    const response = await get('/readyz');
    expect([response.status, await response.json()]).toEqual([503, { ready: false }]);
  });

  it.each([
    ['everything is there', {}, 200, { state: 'reachable', slack: 'open', queue: 'working' }],
    ['it only receives', { works: false }, 200, { queue: 'elsewhere' }],
    ['Slack’s line is closed', { isOpen: () => false }, 503, { slack: 'closed' }],
    [
      'state fails',
      { depth: async () => Promise.reject(new Error('away')) },
      503,
      { state: 'unreachable', queue: 'unknown' },
    ],
    ['state hangs', { depth: () => new Promise<never>(() => {}) }, 503, { state: 'unreachable' }],
    [
      'work waits and none gets done',
      {
        depth: async () => ({ ...DEPTH, oldestMs: 90_000 }),
        lastTurn: () => performance.now() - 90_000,
      },
      503,
      { state: 'reachable', queue: 'stuck' },
    ],
    [
      'much waits but work gets done',
      { depth: async () => ({ ...DEPTH, oldestMs: 90_000 }) },
      200,
      { queue: 'working' },
    ],
    [
      'nothing was asked for long',
      { lastTurn: () => performance.now() - 9_000_000 },
      200,
      { queue: 'working' },
    ],
  ])('tells when %s', async (_, over, status, told) => {
    readiness = () => readinessOf({ ...PARTS, ...over });
    const response = await get('/readyz');
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ ...told, ready: status === 200 });
  });
});

describe('/metrics', () => {
  it('tells how much waits, and leaves out what cannot be asked', async () => {
    let depth = async () => DEPTH;
    registerQueueGauges(registry, {
      ...{ depth: () => depth(), isOpen: () => true },
      reviews: async () => ({ count: 3, oldestMs: 60_000 }),
    });
    const response = await get('/metrics');
    expect(response.headers.get('content-type')).toContain('text/plain; version=0.0.4');
    const text = await response.text();
    for (const line of [
      ...['impasse_queue_threads 2', 'impasse_queue_failed 1', 'impasse_queue_oldest_seconds 1.5'],
      ...['impasse_reviews_waiting 3', 'impasse_reviews_oldest_seconds 60', 'impasse_slack_open 1'],
    ])
      expect(text.split('\n')).toContain(line);
    depth = () => Promise.reject(new Error('away'));
    await new Promise((resolve) => setTimeout(resolve, 1_050));
    const later = await (await get('/metrics')).text();
    expect(later).not.toMatch(/^impasse_queue_threads \d/m);
    expect(later).toContain('impasse_slack_open 1');
  });
});

describe('the rest', () => {
  it.each([
    ['GET', '/', 404],
    ['GET', '/metrics/../healthz?x', 200],
    ['POST', '/metrics', 405],
    ['HEAD', '/healthz', 200],
  ])('%s %s is answered with %i', async (method, path, status) => {
    const response = await get(path, method);
    expect(response.status).toBe(status);
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it('takes no port of somebody else', async () => {
    const taken = serveOperations({
      ...{ host: '127.0.0.1', port: served.port, registry, readiness: async () => null },
    });
    await expect(taken).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});
