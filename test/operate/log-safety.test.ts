import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AUTHOR } from '../support/builders.ts';
import { type ModelServer, startModelServer } from '../support/model/model-server.ts';
import { SECRETS, startBotProcess } from './bot-process.ts';
import { type SentSpan, startOtlpEndpoint } from './otlp-endpoint.ts';

/** Invented people and numbers from reserved ranges, and words of the case itself. */
const PLANTED = [
  ...['Danielle', 'Foster', 'Pawtucket', 'Larkspur', '401-555-0136', 'dfoster82@example.com'],
  ...['078-05-1120', 'U07ZZPLANT', 'rather be dead', 'stares at the kettle', AUTHOR],
];
const CASE =
  'My client Danielle Foster of Pawtucket, who teaches at Larkspur Elementary School, stares at the kettle. <@U07ZZPLANT> called 401-555-0136 and wrote to dfoster82@example.com, SSN 078-05-1120. She said she would rather be dead.';
const PLAIN =
  'She stares at the kettle. No thoughts of self-harm, I asked last week. I feel useless.';

/** Everything a process lets out beside Slack, by place. */
const places: Record<string, string> = {};
let spans: readonly SentSpan[] = [];
let model: ModelServer;
const codes: (number | null)[] = [];

const until = async (holds: () => boolean) => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 10));
};

/** One process that meets everything at once: identifiers, a model and a Slack that fail aloud. */
async function liveThrough(way: 'SIGUSR2' | 'SIGHUP') {
  const collector = await startOtlpEndpoint();
  const bot = await startBotProcess({
    NODE_OPTIONS: '--import=./test/operate/break-on-signal.ts',
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    ...{ OPENAI_BASE_URL: model.url, OPENAI_MODEL: 'planted-model', LLM_DATA_BOUNDARY: 'local' },
  });
  expect(await bot.mention(CASE)).toBe(200);
  expect(await bot.mention(PLAIN, '1700000100.000100')).toBe(200);
  await until(() => bot.slack.shown('1700000100.000100').length === 1);
  await bot.slack.fetch('http://localhost/api/nothing', { method: 'POST', body: '' });
  bot.slack.answers.set('chat.postMessage', () => Response.json({ ok: false, error: CASE }));
  await bot.mention(CASE, '1700000200.000100');
  await until(() => bot.container.lines.some((line) => /model\.failed|"level":50/.test(line)));
  places[`metrics ${way}`] = (await bot.served('/metrics')).body;
  places[`readiness ${way}`] = (await bot.served('/readyz')).body;
  const exited = once(bot.container.child, 'exit');
  bot.container.child.kill(way);
  const [code] = await exited;
  codes.push(code);
  await bot.end();
  places[`log ${way}`] = bot.container.lines.join('\n');
  places[`spans ${way}`] = collector.bodies.join('\n');
  if (way === 'SIGHUP') spans = collector.spans();
  collector.stop();
}

describe('what a process lets out', () => {
  beforeAll(async () => {
    // A model that repeats what it was sent, and the key with it, in its error.
    model = await startModelServer((response, body) => {
      response.writeHead(400, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ error: { message: `${CASE} ${body}`, code: CASE } }));
    });
    await Promise.all([liveThrough('SIGUSR2'), liveThrough('SIGHUP')]);
  });
  afterAll(() => model.close());

  it.each(PLANTED)('holds %s nowhere: no log line, crash output, metric or span', (word) => {
    const found = Object.entries(places).filter(([, all]) => all.includes(word));
    expect(found.map(([place]) => place)).toEqual([]);
  });

  it.each(Object.entries(SECRETS))('holds %s nowhere', (_, secret) => {
    const found = Object.entries(places).filter(([, all]) => all.includes(secret));
    expect(found.map(([place]) => place)).toEqual([]);
  });

  it('is a code for what broke unforeseen, and ends the process with status 1', () => {
    const broken = ['SIGUSR2', 'SIGHUP'].flatMap((way) =>
      (places[`log ${way}`] ?? '')
        .split('\n')
        .filter((each) => each.includes('"broken"'))
        .map((line) => JSON.parse(line))
        .map(({ kind, code }) => `${kind} ${code}`),
    );
    expect(broken).toEqual([
      ...['uncaughtException Error', 'uncaughtException unknown'],
      ...['unhandledRejection RangeError', 'unhandledRejection unknown'],
      ...['unhandledRejection unknown', 'unhandledRejection AggregateError'],
    ]);
    expect(codes).toEqual([1, 1]);
  });

  it('is log lines of JSON and nothing else, at the most talkative level', () => {
    for (const line of (places['log SIGHUP'] ?? '').split('\n')) {
      expect(JSON.parse(line)).toMatchObject({ event: expect.stringMatching(/^[a-z][\w.-]+$/) });
    }
  });

  it('says something, so that the search had something to search', () => {
    expect(places['metrics SIGHUP']).toMatch(
      /impasse_identifiers_removed_total\{class="name"\} \d/,
    );
    expect(places['metrics SIGHUP']).toMatch(/impasse_safety_labels_total\{id="sf-suicide"/);
    expect(places['metrics SIGHUP']).toMatch(/impasse_model_calls_total\{.+\} \d/);
    expect(places['log SIGHUP']).toContain('message.taken');
    expect(places['log SIGHUP']).toContain('model.failed');
    expect(spans.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['take', 'turn', 'consult', 'deliver', 'refine']),
    );
  });

  it('follows one message by one id through the door, the turn and the model, in log and trace', () => {
    const lines = (places['log SIGHUP'] ?? '').split('\n').map((line) => JSON.parse(line));
    const done = lines.find(({ event, kind }) => event === 'turn.done' && kind === 'reading');
    const of = (event: string) =>
      lines.find((line) => line.event === event && line.turn === done?.turn);
    expect(of('message.taken')).toMatchObject({ request: expect.any(String), kind: 'queued' });
    expect(of('model.failed')).toMatchObject({ case: done?.case, code: 'bad-request' });
    const named = spans.filter(({ attributes }) => JSON.stringify(attributes).includes(done?.turn));
    expect(named.map(({ name }) => name).sort()).toEqual(['take', 'turn']);
    expect(new Set(named.map(({ traceId }) => traceId)).size).toBe(1);
    const [take, turn] = ['take', 'turn'].map((name) => named.find((span) => span.name === name));
    expect(turn?.parentSpanId).toBe(take?.spanId);
  });

  it('carries ids and codes in spans, and no attribute of the machine', () => {
    const keys = spans.flatMap(({ attributes }) => attributes.map(({ key }) => key));
    const known = ['impasse.case', 'impasse.request', 'impasse.turn'];
    expect([...new Set(keys)].sort()).toEqual(known);
    expect(spans.flatMap(({ events = [] }) => events)).toEqual([]);
    expect(places['spans SIGHUP']).not.toMatch(/process\.|host\./);
  });
});
