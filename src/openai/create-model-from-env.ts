import type { Knowledge } from '../knowledge/knowledge.ts';
import type { LanguageModel } from '../pipeline/language-model.ts';
import { createModel } from './create-model.ts';
import type { ModelMetrics } from './model-metrics.ts';
import { type ModelSettings, readModelSettings } from './model-settings.ts';

/** A model with the settings it was made from, nothing when none is configured, or what is wrong. */
export type ModelFromEnv =
  | {
      readonly ok: true;
      readonly model: LanguageModel | null;
      readonly settings: ModelSettings | null;
    }
  | { readonly ok: false; readonly faults: readonly string[] };

/**
 * The model that an environment configures: `OPENAI_MODEL` with `OPENAI_BASE_URL` or
 * `OPENAI_API_KEY`. A loopback address with a model name is all that a try-out needs.
 *
 * @throws PromptError when a prompt file cannot be used
 */
export function createModelFromEnv(
  env: Readonly<Record<string, string | undefined>>,
  knowledge: Knowledge,
  metrics?: ModelMetrics,
): ModelFromEnv {
  const read = readModelSettings(env);
  if (!read.ok) return read;
  const { settings } = read;
  const model = settings === null ? null : createModel({ settings, knowledge, metrics });
  return { ok: true, model, settings };
}
