import { LLMock } from '@copilotkit/aimock';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/load.ts';
import { createModel } from '../../../src/openai/create-model.ts';
import { safe } from '../../support/builders.ts';
import { classified } from '../../support/model/answers.ts';
import { modelSettings } from '../../support/model/settings.ts';

const GOOD = JSON.stringify(classified({ enoughInfo: false }));
const knowledge = loadKnowledge();
const mock = new LLMock({ port: 0, host: '127.0.0.1', chunkSize: 20, logLevel: 'silent' });

beforeAll(async () => {
  mock.on({ userMessage: 'CASE-GOOD' }, { content: GOOD });
  mock.on({ userMessage: 'CASE-CUT' }, { content: GOOD }, { latency: 30, truncateAfterChunks: 3 });
  const limited = { error: { message: 'slow', type: 'rate_limit_error' }, status: 429 };
  mock.on({ userMessage: 'CASE-LIMITED' }, { ...limited, retryAfter: 90 });
  const slow = { streamingProfile: { ttft: 3000, tps: 5 } };
  mock.on({ userMessage: 'CASE-LATE' }, { content: GOOD }, slow);
  const dripping = { streamingProfile: { ttft: 10, tps: 2 } };
  mock.on({ userMessage: 'CASE-DRIP' }, { content: GOOD }, dripping);
  mock.on({ userMessage: 'CASE-GONE' }, { content: GOOD }, { chaos: { disconnectRate: 1 } });
  mock.on({ userMessage: 'CASE-BROKEN' }, { content: GOOD }, { chaos: { malformedRate: 1 } });
  mock.on({ userMessage: 'CASE-DOWN' }, { content: GOOD }, { chaos: { dropRate: 1 } });
  await mock.start();
});
afterAll(() => mock.stop());

const ask = (account: string) => {
  const model = createModel({ settings: modelSettings(`${mock.url}/v1`), knowledge });
  const input = { account: safe(account), claims: [], raised: [] };
  return model.ask('classify', input, AbortSignal.timeout(60_000));
};

describe('ask, against a scripted model server', () => {
  it('reads a streamed answer', async () => {
    expect(await ask('CASE-GOOD')).toMatchObject({ ok: true, value: { enoughInfo: false } });
  });

  it.each([
    ['CASE-CUT', 'network'],
    ['CASE-LIMITED', 'rate-limited'],
    ['CASE-LATE', 'timeout'],
    ['CASE-DRIP', 'timeout'],
    ['CASE-GONE', 'network'],
    ['CASE-BROKEN', 'invalid-json'],
    ['CASE-DOWN', 'overloaded'],
  ])('%s comes back as %s within the deadline', async (account, code) => {
    const started = performance.now();
    expect(await ask(account)).toMatchObject({ ok: false, fault: { code } });
    expect(performance.now() - started).toBeLessThan(1800);
  });
});
