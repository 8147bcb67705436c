import type { Registry } from 'prom-client';
import { type CorrelationIds, correlated } from '../log.ts';
import { createMeters, type Meters } from './meters.ts';
import { NO_SPANS, type Spans } from './spans.ts';
import type { Observe } from './stage.ts';

/** Runs `work` as one step that can be followed: in the log by its ids, and as a span. */
type Follow = <T>(name: string, ids: CorrelationIds, work: () => Promise<T>) => Promise<T>;

/** What the app tells about its work: numbers, ids and codes, never text. */
export interface Telemetry {
  readonly registry: Registry;
  readonly meters: Meters;
  readonly observe: Observe;
  readonly follow: Follow;
  /** Sends what was not sent yet. */
  close(): Promise<void>;
}

/** Telemetry on a registry of its own, with or without spans. */
export function createTelemetry(registry: Registry, spans: Spans = NO_SPANS): Telemetry {
  const meters = createMeters(registry);
  return {
    ...{ registry, meters },
    observe: (stage, ms) => {
      meters.stage(stage, ms);
      spans.ended(stage, ms);
    },
    follow: (name, ids, work) => correlated(ids, () => spans.within(name, ids, work)),
    close: () => spans.close(),
  };
}
