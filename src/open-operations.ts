import { collectDefaultMetrics, type Registry } from 'prom-client';
import type { App } from './app.ts';
import { type Config, ConfigError } from './config.ts';
import { codeOf, type Log } from './log.ts';
import { registerBuild } from './operate/meters.ts';
import { registerQueueGauges } from './operate/queue-gauges.ts';
import { serveOperations } from './operate/serve-operations.ts';

/** Health and metrics of this process. */
export interface RunningOperations {
  /** Null when nothing is served. */
  readonly port: number | null;
  /** From now on `/readyz` asks this app, and `/metrics` tells of its queue. */
  attach(app: App): void;
  /** From now on `/readyz` says no. */
  detach(): void;
  close(): void;
}

/** What is wrong with where it should be served; values are not repeated. */
const FAULTS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'IMPASSE_OPS_PORT is taken by another process; choose another port, or off',
  EADDRNOTAVAIL: 'IMPASSE_OPS_HOST is no address of this machine; leave it out for 127.0.0.1',
  ENOTFOUND: 'IMPASSE_OPS_HOST is no address of this machine; leave it out for 127.0.0.1',
  EACCES: 'IMPASSE_OPS_PORT may not be used by this user; choose a port above 1023',
};

/** Listens; null where a port that nobody asked for cannot be had. */
async function listen(
  { host, port, asked }: Config['operations'],
  parts: Omit<Parameters<typeof serveOperations>[0], 'host' | 'port'>,
  log: Log,
) {
  if (port === null) return null;
  try {
    return await serveOperations({ ...parts, host, port });
  } catch (error) {
    const code = codeOf(error);
    const fault = FAULTS[code];
    if (asked && fault !== undefined) throw new ConfigError([fault]);
    if (asked) throw error;
    log.warn('operations.not-served', { code });
    return null;
  }
}

/**
 * Serves health and metrics from before the start until after the end.
 * @throws ConfigError when a port that was asked for cannot be had
 */
export async function openOperations(
  config: Config,
  registry: Registry,
  version: string,
  log: Log,
): Promise<RunningOperations> {
  let attached: App | null = null;
  const readiness = async () => attached?.readiness() ?? null;
  const served = await listen(config.operations, { registry, readiness }, log);
  if (served !== null) collectDefaultMetrics({ register: registry });
  registerBuild(registry, version);
  return {
    port: served?.port ?? null,
    attach: (app) => {
      attached = app;
      const { state, slack, reviewsWaiting: reviews } = app;
      registerQueueGauges(registry, { depth: state.depth, isOpen: slack.isOpen, reviews });
    },
    detach: () => {
      attached = null;
    },
    close: () => served?.close(),
  };
}
