import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { ModelFaultCode, ModelUsage, PromptId } from '../pipeline/language-model.ts';

/** Counts what the model does; labels are codes and ids, never text. */
export interface ModelMetrics {
  /** One call is over; `seconds` includes its retries. */
  called(prompt: PromptId, code: ModelFaultCode | 'ok', seconds: number): void;
  /** One attempt was answered and costs this. */
  spent(prompt: PromptId, usage: ModelUsage): void;
  /** One attempt was made again, because of this. */
  again(prompt: PromptId, code: ModelFaultCode): void;
  /** A claim of the model was dropped, for this reason. */
  dropped(why: string, count: number): void;
  resting(now: boolean): void;
}

/** Registers the counters on `registry`; prices are in the currency of `LLM_PRICES`. */
export function createModelMetrics(registry: Registry): ModelMetrics {
  const registers = [registry];
  const calls = new Counter({
    name: 'impasse_model_calls_total',
    help: 'Calls to the language model by prompt and outcome.',
    labelNames: ['prompt', 'code'],
    registers,
  });
  const retries = new Counter({
    name: 'impasse_model_retries_total',
    help: 'Attempts made again within a call, by prompt and cause.',
    labelNames: ['prompt', 'code'],
    registers,
  });
  const tokens = new Counter({
    name: 'impasse_model_tokens_total',
    help: 'Tokens as the server counted them: prompt (cached included), cached, completion.',
    labelNames: ['prompt', 'kind'],
    registers,
  });
  const cost = new Counter({
    name: 'impasse_model_cost_total',
    help: 'Price of all calls, when prices are set.',
    labelNames: ['prompt'],
    registers,
  });
  const dropped = new Counter({
    name: 'impasse_model_dropped_total',
    help: 'Claims and words of the model that were not let through, by reason.',
    labelNames: ['why'],
    registers,
  });
  const seconds = new Histogram({
    name: 'impasse_model_seconds',
    help: 'Length of a call, its retries included.',
    labelNames: ['prompt'],
    buckets: [0.5, 1, 2, 4, 8, 15, 30, 45],
    registers,
  });
  const resting = new Gauge({
    name: 'impasse_model_resting',
    help: '1 while calls are kept away from the endpoint.',
    registers,
  });
  return {
    called: (prompt, code, took) => {
      calls.inc({ prompt, code });
      seconds.observe({ prompt }, took);
    },
    again: (prompt, code) => retries.inc({ prompt, code }),
    spent: (prompt, usage) => {
      tokens.inc({ prompt, kind: 'prompt' }, usage.prompt);
      tokens.inc({ prompt, kind: 'cached' }, usage.cached);
      tokens.inc({ prompt, kind: 'completion' }, usage.completion);
      if (usage.cost !== null) cost.inc({ prompt }, usage.cost);
    },
    dropped: (why, count) => dropped.inc({ why }, count),
    resting: (now) => resting.set(now ? 1 : 0),
  };
}
