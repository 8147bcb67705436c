import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type Context,
  ROOT_CONTEXT,
  type SpanContext,
  SpanStatusCode,
  TraceFlags,
  trace,
} from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  type IdGenerator,
  type SpanExporter,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import type { SpanIds, Spans } from './spans.ts';

/** How spans are named to the backend, and where they go: OTLP over HTTP unless told. */
export interface OtlpOptions {
  readonly service: string;
  readonly version: string;
  readonly codeOf: (error: unknown) => string;
  /** Default: what the standard `OTEL_EXPORTER_OTLP_…` variables say. */
  readonly exporter?: SpanExporter;
}

const CLOSE_MS = 2_000;
const hex = (bytes: number) => randomBytes(bytes).toString('hex');

/** Where the trace of a turn begins: the same in every process, out of its opaque id. */
function originOf(turn: string): SpanContext {
  const hash = createHash('sha256').update(`trace ${turn}`).digest('hex');
  return {
    ...{ traceId: hash.slice(0, 32), spanId: hash.slice(32, 48) },
    ...{ traceFlags: TraceFlags.SAMPLED, isRemote: true },
  };
}

/** Random ids, but for the first span of a turn, whose id every process knows. */
function createIds() {
  let next: SpanContext | null = null;
  const generator: IdGenerator = {
    generateTraceId: () => next?.traceId ?? hex(16),
    generateSpanId: () => next?.spanId ?? hex(8),
  };
  return {
    generator,
    as<T>(origin: SpanContext | null, start: () => T): T {
      next = origin;
      try {
        return start();
      } finally {
        next = null;
      }
    },
  };
}

/** The span that opens the trace of a turn. */
const FIRST = 'take';

/**
 * Spans sent by OTLP. No attribute is taken from the machine, its command line or its environment, and
 * a failure is a code: exceptions are never recorded, because their messages may hold text.
 */
export function openOtlpSpans(options: OtlpOptions): Spans {
  const { service, version, codeOf, exporter = new OTLPTraceExporter() } = options;
  const ids = createIds();
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': service, 'service.version': version }),
    spanProcessors: [new BatchSpanProcessor({ exporter })],
    idGenerator: ids.generator,
  });
  const tracer = provider.getTracer('impasse', version);
  const current = new AsyncLocalStorage<Context>();

  function start(name: string, given: SpanIds) {
    const attributes = Object.fromEntries(
      Object.entries(given).map(([key, id]) => [`impasse.${key}`, id]),
    );
    const { turn } = given;
    if (turn === undefined) {
      return tracer.startSpan(name, { attributes }, current.getStore() ?? ROOT_CONTEXT);
    }
    const origin = originOf(turn);
    if (name === FIRST) {
      return ids.as(origin, () => tracer.startSpan(name, { attributes, root: true }, ROOT_CONTEXT));
    }
    return tracer.startSpan(name, { attributes }, trace.setSpanContext(ROOT_CONTEXT, origin));
  }

  return {
    async within(name, given, work) {
      const span = start(name, given);
      try {
        return await current.run(trace.setSpan(ROOT_CONTEXT, span), work);
      } catch (error) {
        span.setStatus({ code: SpanStatusCode.ERROR, message: codeOf(error) });
        throw error;
      } finally {
        span.end();
      }
    },
    ended(name, ms) {
      const parent = current.getStore();
      if (parent === undefined) return;
      const now = Date.now();
      tracer.startSpan(name, { startTime: now - ms }, parent).end(now);
    },
    close: () =>
      Promise.race([
        provider.shutdown().catch(() => undefined),
        sleep(CLOSE_MS, undefined, { ref: false }),
      ]),
  };
}
