import { AsyncLocalStorage } from 'node:async_hooks';
import { pino } from 'pino';

/** Ids by which one piece of work can be followed through the log, in every process it passes. */
export interface CorrelationIds {
  /** One payload of Slack's, at random. */
  readonly request?: string;
  /** One message of a clinician: the same opaque id from the door to the refined reading. */
  readonly turn?: string;
  readonly case?: string;
}

/** What a log line may carry: ids, codes and counts. Keys not on this list do not compile. */
interface LogFields extends CorrelationIds {
  readonly team?: string;
  readonly channel?: string;
  readonly code?: string;
  readonly kind?: string;
  readonly count?: number;
  readonly ms?: number;
  readonly port?: number;
  /** Where health and metrics are served. */
  readonly operations?: number;
  readonly driver?: string;
}

/** Writes events as codes; takes no error objects, because their messages may carry text. */
export interface Log {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}

const CODE = /^[A-Za-z][\w.-]{0,60}$/;

const PRINTABLE = /^[\w.:-]{1,80}$/;
const UNPRINTABLE = 'unprintable';

/** Whatever a caller took for a code: words, which hold spaces or signs, are never written. */
const printable = (fields: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [
      key,
      typeof value === 'string' && !PRINTABLE.test(value) ? UNPRINTABLE : value,
    ]),
  );

const current = new AsyncLocalStorage<CorrelationIds>();

/** Every line logged while `work` runs carries these ids, beside those that are in force already. */
export function correlated<T>(ids: CorrelationIds, work: () => T): T {
  return current.run({ ...current.getStore(), ...ids }, work);
}

/** Starts `work` with no ids in force, for what outlives the work that happens to start it. */
export function uncorrelated<T>(work: () => T): T {
  return current.run({}, work);
}

/** A short code for anything thrown: its `code` or class name, never its message. */
export function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return 'unknown';
  const code = 'code' in error ? error.code : undefined;
  if (typeof code === 'string' && CODE.test(code)) return code;
  const name = 'name' in error ? error.name : undefined;
  return typeof name === 'string' && CODE.test(name) ? name : 'unknown';
}

/**
 * Structured log on `stream` (default standard output).
 * @param level pino level name
 */
export function createLog(level: string, stream?: { write(line: string): void }): Log {
  const options = {
    ...{ level, base: null, mixin: () => ({ ...current.getStore() }) },
    formatters: { log: printable },
  };
  const logger = stream ? pino(options, stream) : pino(options);
  return {
    info: (event, fields = {}) => logger.info({ ...fields, event }),
    warn: (event, fields = {}) => logger.warn({ ...fields, event }),
    error: (event, fields = {}) => logger.error({ ...fields, event }),
  };
}
