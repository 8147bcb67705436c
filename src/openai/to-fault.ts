import type { ModelFault, ModelFaultCode } from '../pipeline/language-model.ts';
import { FaultError } from './model-fault.ts';

/** What is read of an SDK error; its message may hold case text and is never kept. */
interface HttpError {
  readonly status?: number;
  readonly code?: string | null;
  readonly type?: string | null;
  readonly headers?: Headers;
  readonly error?: unknown;
}

const FURTHEST = 6;
const OUT_OF_FUNDS = /insufficient_quota|billing|credit/i;
const FILTERED = /content_filter|content_policy|responsible/i;

/** The error and what caused it, outermost first. */
function chain(error: unknown): object[] {
  const found: object[] = [];
  let next = error;
  while (typeof next === 'object' && next !== null && found.length < FURTHEST) {
    found.push(next);
    next = 'cause' in next ? next.cause : undefined;
  }
  return found;
}

/** When the server asks to be called again, in milliseconds since the epoch. */
function retryAt(headers: Headers | undefined, now: number): number | null {
  const exact = Number(headers?.get('retry-after-ms'));
  if (exact > 0) return now + exact;
  const given = headers?.get('retry-after') ?? '';
  const seconds = Number(given);
  if (given !== '' && seconds >= 0) return now + seconds * 1000;
  const date = Date.parse(given);
  return Number.isNaN(date) ? null : Math.max(date, now);
}

function ofStatus(status: number, kind: string): ModelFaultCode {
  if (status === 401 || status === 403) return 'auth';
  if (status === 402 || (status === 429 && OUT_OF_FUNDS.test(kind))) return 'quota';
  if (status === 429) return 'rate-limited';
  if (status === 408) return 'timeout';
  if (status === 413) return 'bad-request';
  if (status >= 500) return 'overloaded';
  return FILTERED.test(kind) ? 'filtered' : 'bad-request';
}

/** Machine-readable kind of an error: its code and type, never its message. */
function kindOf(error: HttpError): string {
  const inner = (typeof error.error === 'object' && error.error !== null ? error.error : {}) as {
    code?: unknown;
    type?: unknown;
  };
  return [error.code, error.type, inner.code, inner.type].filter(Boolean).join(' ');
}

/**
 * One fault for anything a call can throw. What was aborted by a deadline carries it as the reason
 * of `signal`; a stream that breaks off throws a bare TypeError and counts as the network's.
 *
 * @param signal the signal the call ran under
 * @param now milliseconds since the epoch
 */
export function toFault(error: unknown, signal: AbortSignal, now: number): ModelFault {
  const links = chain(error);
  const own = links.find((link) => link instanceof FaultError);
  if (own !== undefined) return own.fault;
  if (signal.aborted) return faultOf(signal.reason);
  const http = links.find((link): link is HttpError => 'status' in link && Number(link.status) > 0);
  if (http?.status !== undefined) {
    const code = ofStatus(http.status, kindOf(http));
    return { code, retryAt: retryAt(http.headers, now) };
  }
  // An error told inside a stream has a body but no status.
  const told = links.find((link) => 'error' in link && link.error !== undefined) as HttpError;
  if (told !== undefined) {
    const kind = kindOf(told);
    if (OUT_OF_FUNDS.test(kind)) return { code: 'quota', retryAt: null };
    return { code: FILTERED.test(kind) ? 'filtered' : 'overloaded', retryAt: null };
  }
  const broken = links.some((link) => link instanceof SyntaxError);
  return { code: broken ? 'invalid-json' : 'network', retryAt: null };
}

/** Why a signal fired: a deadline, or somebody who no longer wants the answer. */
function faultOf(reason: unknown): ModelFault {
  if (reason instanceof FaultError) return reason.fault;
  const late = reason instanceof Error && reason.name === 'TimeoutError';
  return { code: late ? 'timeout' : 'cancelled', retryAt: null };
}

const ABOUT_PARAMETER =
  /unsupported|not support|unknown|unrecogni[sz]ed|unexpected|extra|parameter|argument|field|permitted/i;
const HEAD = 200;

/**
 * The parameter that a refusal (HTTP 400 or 422) names, or the beginning of its words when they are
 * about one; '' for anything else. Some servers echo the prompt further on, which must not be read.
 */
export function refusalOf(error: unknown): string {
  const http = chain(error).find(
    (link): link is HttpError & { message?: string; param?: unknown } => 'status' in link,
  );
  if (http?.status !== 400 && http?.status !== 422) return '';
  if (typeof http.param === 'string' && http.param !== '') return http.param;
  const head = (http.message ?? '').slice(0, HEAD);
  return ABOUT_PARAMETER.test(head) ? head : '';
}
