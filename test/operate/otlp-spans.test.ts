import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { InMemorySpanExporter } from '@opentelemetry/sdk-trace';
import { describe, expect, it } from 'vitest';
import { codeOf } from '../../src/log.ts';
import { openSpans } from '../../src/operate/open-spans.ts';
import { openOtlpSpans } from '../../src/operate/otlp-spans.ts';
import { NO_SPANS } from '../../src/operate/spans.ts';

const OPTIONS = { service: 'impasse', version: '0', codeOf };

/** Keeps what is exported beyond the end of the provider, which empties the one of the library. */
class Kept extends InMemorySpanExporter {
  override async shutdown(): Promise<void> {}
}

describe('spans', () => {
  it('are recorded nowhere, and their library is not loaded, without an endpoint', async () => {
    for (const env of [
      {},
      { OTEL_EXPORTER_OTLP_ENDPOINT: '' },
      { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9', OTEL_SDK_DISABLED: 'true' },
    ])
      expect(await openSpans(env, { version: '0', codeOf })).toBe(NO_SPANS);
  });

  it('join one trace for one turn, whatever process they are made in', async () => {
    const [bot, worker] = [new Kept(), new Kept()];
    const ingress = openOtlpSpans({ ...OPTIONS, exporter: bot });
    const queue = openOtlpSpans({ ...OPTIONS, exporter: worker });
    await ingress.within('take', { turn: 't1' }, async () => ingress.ended('screen', 3));
    await queue.within('turn', { turn: 't1', case: 'c1' }, async () => {
      queue.ended('consult', 5);
      await queue.within('later', {}, async () => undefined);
    });
    await queue.within('turn', { turn: 't2' }, async () => undefined);
    await Promise.all([ingress.close(), queue.close()]);
    const named = (exporter: Kept, name: string) => {
      const span = exporter.getFinishedSpans().find((each) => each.name === name);
      return { ...span?.spanContext(), parent: span?.parentSpanContext?.spanId };
    };
    const [take, screen, turn] = [named(bot, 'take'), named(bot, 'screen'), named(worker, 'turn')];
    expect(screen).toMatchObject({ traceId: take.traceId, parent: take.spanId });
    expect(turn).toMatchObject({ traceId: take.traceId, parent: take.spanId });
    for (const name of ['consult', 'later'])
      expect(named(worker, name)).toMatchObject({ traceId: take.traceId, parent: turn.spanId });
    const traces = worker.getFinishedSpans().map((span) => span.spanContext().traceId);
    expect(new Set(traces).size).toBe(2);
  });

  it('tell a failure by its code and hold nothing of what was thrown', async () => {
    const exporter = new Kept();
    const spans = openOtlpSpans({ ...OPTIONS, exporter });
    const broken = spans.within('turn', { turn: 't1' }, async () => {
      throw Object.assign(new Error('Danielle said so'), { code: 'ECONNRESET' });
    });
    await expect(broken).rejects.toThrow('Danielle');
    await spans.close();
    const [span] = exporter.getFinishedSpans();
    expect(span?.status).toEqual({ code: 2, message: 'ECONNRESET' });
    expect(span?.events).toEqual([]);
    expect(JSON.stringify([span?.attributes, span?.status, span?.name])).not.toContain('Danielle');
  });

  it('keep no process from ending when the collector never answers', async () => {
    const server = createServer(() => undefined).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/traces`;
    const spans = openOtlpSpans({ ...OPTIONS, exporter: new OTLPTraceExporter({ url }) });
    await spans.within('take', { turn: 't1' }, async () => undefined);
    const began = performance.now();
    await spans.close();
    expect(performance.now() - began).toBeLessThan(3_500);
    server.closeAllConnections();
    server.close();
  });
});
