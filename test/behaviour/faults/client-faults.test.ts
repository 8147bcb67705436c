import { Registry } from 'prom-client';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/load.ts';
import { createModel } from '../../../src/openai/create-model.ts';
import { createModelMetrics } from '../../../src/openai/model-metrics.ts';
import type { ModelSettings } from '../../../src/openai/model-settings.ts';
import type { LanguageModel, ModelFaultCode } from '../../../src/pipeline/language-model.ts';
import { safe } from '../../support/builders.ts';
import { classified } from '../../support/model/answers.ts';
import { type ModelServer, type Play, startModelServer } from '../../support/model/model-server.ts';
import * as plays from '../../support/model/plays.ts';
import { modelSettings } from '../../support/model/settings.ts';

const GOOD = JSON.stringify(classified());
const ASK = { account: safe('My client has gone quiet since the fee.'), claims: [], raised: [] };
const TOTAL = 1500;
const SLACK = 250;

const knowledge = loadKnowledge();
let server: ModelServer;
let registry: Registry;
let model: LanguageModel;

const endpointWithout = (over: Partial<ModelSettings>) =>
  createModel({ settings: modelSettings(server.url, over), knowledge });
const ask = (of: LanguageModel = model) => of.ask('classify', ASK, AbortSignal.timeout(60_000));
const counted = async (name: string, labels: string) => {
  const text = await registry.getSingleMetricAsString(name);
  return Number(
    text
      .split('\n')
      .find((line) => line.startsWith(name) && line.includes(labels))
      ?.split(' ')
      .at(-1) ?? 0,
  );
};

beforeAll(async () => {
  server = await startModelServer();
});
afterAll(() => server.close());
beforeEach(() => {
  registry = new Registry();
  const metrics = createModelMetrics(registry);
  model = createModel({ settings: modelSettings(server.url), knowledge, metrics });
});

const soon = () => new Date(Date.now() + 90_000).toUTCString();

const FAULTS: readonly (readonly [string, Play, ModelFaultCode])[] = [
  ['a refusal', plays.refuses, 'refused'],
  ['an answer cut by the token limit', plays.answers('{"lab', 'length'), 'truncated'],
  ['an answer cut by a filter', plays.answers('{"lab', 'content_filter'), 'filtered'],
  ['prose around the JSON', plays.answers(`Here it is: ${GOOD} I hope it helps!`), 'invalid-json'],
  ['no JSON at all', plays.answers('I would rather talk about the weather.'), 'invalid-json'],
  ['another shape', plays.answers('{"labels":"many"}'), 'invalid-shape'],
  ['a list instead of an object', plays.answers('[1,2,3]'), 'invalid-shape'],
  ['bytes that are no UTF-8', plays.garbles(GOOD), 'invalid-json'],
  ['429 with a long wait', plays.fails(429, {}, { 'retry-after': '90' }), 'rate-limited'],
  ['429 with a date', plays.fails(429, {}, { 'retry-after': soon() }), 'rate-limited'],
  ['an account used up', plays.fails(429, { code: 'insufficient_quota' }), 'quota'],
  ['400', plays.fails(400, { message: 'no' }), 'bad-request'],
  ['400 for a filtered prompt', plays.fails(400, { code: 'content_filter' }), 'filtered'],
  ['401', plays.fails(401), 'auth'],
  ['404', plays.fails(404, { code: 'model_not_found' }), 'bad-request'],
  ['500', plays.fails(500), 'overloaded'],
  ['503 with a page', (response) => void response.writeHead(503).end('<html>'), 'overloaded'],
  ['an error inside the stream', plays.failsInStream, 'overloaded'],
  ['a connection that breaks before the headers', plays.hangsUp, 'network'],
  ['a stream cut in the middle', plays.cutsOff(GOOD), 'network'],
  ['a clean end without a finish', plays.endsEarly(GOOD), 'network'],
  ['slow headers', plays.waits(700, plays.answers(GOOD)), 'timeout'],
  ['slow tokens', plays.drips(GOOD, 400), 'timeout'],
  ['a slow drip beyond the total deadline', plays.drips(GOOD, 100), 'timeout'],
  ['a gigantic answer', plays.floods, 'too-large'],
  ['one endless line', plays.floodsOneLine, 'too-large'],
  ['a page where the API should be', plays.showsPage, 'network'],
  ['a redirect to another host', plays.redirects('http://127.0.0.1:9/v1'), 'network'],
];

describe('ask', () => {
  it.each(FAULTS)('returns one fault for %s, in time, and counts it', async (_, play, code) => {
    server.play(play);
    const started = performance.now();
    const reply = await ask();
    expect(reply).toMatchObject({ ok: false, fault: { code } });
    expect(performance.now() - started).toBeLessThan(TOTAL + SLACK);
    expect(await counted('impasse_model_calls_total', `code="${code}"`)).toBe(1);

    server.play(plays.answers(GOOD));
    const other = createModel({ settings: modelSettings(server.url), knowledge });
    expect(await ask(other)).toMatchObject({ ok: true });
  });

  it.each([
    ['500', plays.fails(500)],
    ['a connection that breaks', plays.hangsUp],
    ['429 with a short wait', plays.fails(429, {}, { 'retry-after': '0.05' })],
    ['an error inside the stream', plays.failsInStream],
  ])('asks once more after %s', async (_, play) => {
    server.play(play, plays.answers(GOOD));
    expect(await ask()).toMatchObject({ ok: true });
    expect(server.requests).toHaveLength(2);
  });

  it.each([
    ['400', plays.fails(400, { message: 'no' })],
    ['401', plays.fails(401)],
    ['an account used up', plays.fails(429, { type: 'insufficient_quota' })],
    ['429 with a long wait', plays.fails(429, {}, { 'retry-after': '90' })],
    ['a refusal', plays.refuses],
    ['an answer cut by the token limit', plays.answers('{', 'length')],
  ])('does not ask again after %s', async (_, play) => {
    server.play(play, plays.answers(GOOD));
    expect((await ask()).ok).toBe(false);
    expect(server.requests).toHaveLength(1);
  });

  it('tells the model once what was wrong with its answer', async () => {
    server.play(plays.answers('{"labels":[]}'), plays.answers(GOOD));
    expect(await ask()).toMatchObject({ ok: true });
    const [, second] = server.requests.map(({ body }) => JSON.parse(body).messages[1].content);
    expect(second).toContain('could not be used');
    expect(second).toContain('verdicts: invalid_type');
  });

  it.each([
    ['in a code fence', plays.answers(`\`\`\`json\n${GOOD}\n\`\`\``)],
    ['after thinking aloud', plays.answers(`<think>hm {</think>\n${GOOD}`)],
    ['from a server that does not stream', plays.answersWhole(GOOD)],
  ])('understands an answer %s', async (_, play) => {
    server.play(play);
    expect(await ask()).toMatchObject({ ok: true });
  });

  it('leaves out a parameter that the server names in its refusal, and remembers it', async () => {
    const no = plays.fails(400, { message: "'response_format' of type json_schema unsupported" });
    server.play(no, plays.answers(GOOD), plays.answers(GOOD));
    expect(await ask()).toMatchObject({ ok: true });
    expect(await ask()).toMatchObject({ ok: true });
    const formats = server.requests.map(({ body }) => JSON.parse(body).response_format?.type);
    expect(formats).toEqual(['json_schema', 'json_object', 'json_object']);
  });

  it('sends nothing while the endpoint rests after three failures in a row', async () => {
    server.play(plays.fails(500));
    for (let turn = 0; turn < 3; turn++) await ask();
    const before = server.requests.length;
    const reply = await ask();
    expect(reply).toMatchObject({ ok: false, fault: { code: 'resting' } });
    expect(server.requests).toHaveLength(before);
    expect(await counted('impasse_model_resting', 'resting')).toBe(1);
  });

  it('sends nothing where no case text may go', async () => {
    server.play(plays.answers(GOOD));
    const reply = await ask(endpointWithout({ boundary: 'none' }));
    expect(reply).toMatchObject({ ok: false, fault: { code: 'boundary' } });
    expect(server.requests).toHaveLength(0);
  });

  it('stops when nobody waits for the answer any more', async () => {
    server.play(plays.waits(300, plays.answers(GOOD)));
    const signal = AbortSignal.timeout(60_000);
    const gone = new AbortController();
    setTimeout(() => gone.abort(), 50);
    const reply = await model.ask('classify', ASK, AbortSignal.any([signal, gone.signal]));
    expect(reply).toMatchObject({ ok: false, fault: { code: 'cancelled' } });
  });

  it('counts what every attempt used, the failed ones included', async () => {
    server.play(plays.answers('{', 'length'));
    await ask();
    server.play(plays.answers(GOOD));
    const reply = await ask();
    expect(reply).toMatchObject({
      ok: true,
      usage: { prompt: 6000, cached: 5500, completion: 300, cost: (500 + 550 + 1200) / 1e6 },
    });
    expect(await counted('impasse_model_tokens_total', 'kind="completion"')).toBe(600);
  });
});
