import type { ModelUsage } from '../pipeline/language-model.ts';
import type { StreamUsage } from './collect.ts';
import type { Prices } from './model-settings.ts';

const MILLION = 1_000_000;
const count = (given: number | undefined) =>
  given !== undefined && Number.isFinite(given) && given > 0 ? given : 0;

/** Nothing spent yet. */
export const NO_USAGE: ModelUsage = { prompt: 0, cached: 0, completion: 0, cost: null };

/** What one attempt cost; a server that tells nothing counts as nothing. */
export function usageOf(told: StreamUsage | null, prices: Prices | null): ModelUsage {
  const prompt = count(told?.prompt_tokens);
  const cached = Math.min(count(told?.prompt_tokens_details?.cached_tokens), prompt);
  const completion = count(told?.completion_tokens);
  const cost =
    prices === null
      ? null
      : ((prompt - cached) * prices.input + cached * prices.cached + completion * prices.output) /
        MILLION;
  return { prompt, cached, completion, cost };
}

/** Two attempts together. */
export function addUsage(a: ModelUsage, b: ModelUsage): ModelUsage {
  return {
    prompt: a.prompt + b.prompt,
    cached: a.cached + b.cached,
    completion: a.completion + b.completion,
    cost: b.cost === null ? a.cost : (a.cost ?? 0) + b.cost,
  };
}
