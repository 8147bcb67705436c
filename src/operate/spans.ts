/** What a span may carry: ids, codes and numbers. */
export interface SpanIds {
  readonly turn?: string;
  readonly case?: string;
  readonly request?: string;
}

/** Records how long things took, for a tracing backend. Holds ids, codes and lengths only. */
export interface Spans {
  /** Spans `work`. One that names a turn belongs to the trace of that turn, in whatever process it runs. */
  within<T>(name: string, ids: SpanIds, work: () => Promise<T>): Promise<T>;
  /** Something inside the current span that has just ended and took `ms`. */
  ended(name: string, ms: number): void;
  /** Sends what was not sent yet, within two seconds. */
  close(): Promise<void>;
}

/** Records nothing. */
export const NO_SPANS: Spans = {
  within: (_name, _ids, work) => work(),
  ended: () => undefined,
  close: async () => undefined,
};
