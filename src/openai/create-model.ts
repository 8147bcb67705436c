import type { Knowledge } from '../knowledge/knowledge.ts';
import type { LanguageModel, ModelReply, PromptId } from '../pipeline/language-model.ts';
import { createBreaker } from './breaker.ts';
import { createCall } from './call-model.ts';
import { createSend } from './client.ts';
import { within } from './deadlines.ts';
import { loadPrompts } from './load-prompts.ts';
import type { ModelMetrics } from './model-metrics.ts';
import type { ModelSettings } from './model-settings.ts';
import { toFault } from './to-fault.ts';

/** What a model is made of. */
export interface ModelParts {
  readonly settings: ModelSettings;
  readonly knowledge: Knowledge;
  readonly metrics?: ModelMetrics | undefined;
}

/**
 * A language model behind an OpenAI-compatible endpoint, with all its prompts loaded. `ask` returns
 * a fault for everything that can go wrong, at once when no case text may be sent there or while the
 * endpoint rests, and never later than the total deadline.
 *
 * @throws PromptError when a prompt file cannot be used
 */
export function createModel({ settings, knowledge, metrics }: ModelParts): LanguageModel {
  const prompts = loadPrompts(knowledge);
  const send = createSend(settings);
  const call = createCall({ settings, taxonomy: knowledge.taxonomy, prompts, send, metrics });
  const breaker = createBreaker(Date.now);

  /** The fault that stands before any request is made, or null. */
  function standing(): ModelReply<never> | null {
    if (settings.boundary === 'none') {
      return { ok: false, fault: { code: 'boundary', retryAt: null } };
    }
    const retryAt = breaker.restsUntil();
    return retryAt === null ? null : { ok: false, fault: { code: 'resting', retryAt } };
  }

  function remember(reply: ModelReply<unknown>): void {
    if (reply.ok) breaker.succeeded();
    else breaker.failed(reply.fault);
    metrics?.resting(breaker.restsUntil() !== null);
  }

  function count(prompt: PromptId, reply: ModelReply<unknown>, started: number): void {
    const seconds = (performance.now() - started) / 1000;
    metrics?.called(prompt, reply.ok ? 'ok' : reply.fault.code, seconds);
  }

  return {
    name: settings.model,
    prompts: Object.values(prompts)
      .map(({ version }) => version)
      .join(' '),
    prefix: (id) => prompts[id].prefix,
    ask: async (id, input, signal) => {
      const started = performance.now();
      const fault = standing();
      if (fault !== null) {
        count(id, fault, started);
        return fault;
      }
      const deadline = within(settings.deadlines.total, signal);
      const reply = await call(id, input, deadline.signal)
        .catch((error: unknown): ModelReply<never> => {
          return { ok: false, fault: toFault(error, deadline.signal, Date.now()) };
        })
        .finally(deadline.stop);
      remember(reply);
      count(id, reply, started);
      return reply;
    },
  };
}
