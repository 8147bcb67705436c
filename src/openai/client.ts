import OpenAI from 'openai';
import { boundedFetch } from './bounded-fetch.ts';
import type { StreamEvent } from './collect.ts';
import type { ModelSettings } from './model-settings.ts';
import type { Capabilities } from './profiles.ts';
import type { WireSchema } from './wire-schema.ts';

/** One request, before it is put into the words of the endpoint. */
export interface WireRequest {
  readonly name: string;
  /** The unchanging part; sent first, so that servers can cache it. */
  readonly prefix: string;
  readonly variable: string;
  readonly schema: WireSchema;
  readonly cacheKey: string;
}

/** Sends one request and yields the events of its answer; throws whatever the SDK throws. */
export type Send = (
  request: WireRequest,
  capabilities: Capabilities,
  signal: AbortSignal,
) => Promise<AsyncIterable<StreamEvent>>;

function formatOf(request: WireRequest, { structured }: Capabilities) {
  if (structured === 'prompt-only') return {};
  if (structured === 'json_object') return { response_format: { type: 'json_object' as const } };
  const { name, schema } = request;
  const json_schema = { name, strict: true, schema };
  return { response_format: { type: 'json_schema' as const, json_schema } };
}

/**
 * The only place that knows the SDK. Its retries are off, its clock is not used and its log is
 * silent; deadlines, retries and faults are this folder's own.
 */
export function createSend(settings: ModelSettings): Send {
  const client = new OpenAI({
    apiKey: settings.apiKey,
    baseURL: settings.baseUrl,
    organization: null,
    project: null,
    maxRetries: 0,
    timeout: settings.deadlines.total,
    logLevel: 'off',
    fetch: boundedFetch,
  });
  return (request, capabilities, signal) =>
    client.chat.completions.create(
      {
        model: settings.model,
        messages: [
          { role: 'system', content: request.prefix },
          { role: 'user', content: request.variable },
        ],
        stream: true,
        ...formatOf(request, capabilities),
        ...(capabilities.usageInStream && { stream_options: { include_usage: true } }),
        ...(capabilities.limit && { [capabilities.limit]: settings.mostTokens }),
        ...(capabilities.temperature && { temperature: 0 }),
        ...(capabilities.store && { store: false }),
        ...(capabilities.cacheKey && { prompt_cache_key: request.cacheKey }),
      },
      { signal },
    );
}
