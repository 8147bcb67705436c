import type { Knowledge } from '../knowledge/knowledge.ts';
import type { LanguageModel } from '../pipeline/language-model.ts';
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
export async function createModelFromEnv(
  env: Readonly<Record<string, string | undefined>>,
  knowledge: Knowledge,
  metrics?: ModelMetrics,
): Promise<ModelFromEnv> {
  const read = readModelSettings(env);
  if (!read.ok) return read;
  const { settings } = read;
  if (settings === null) return { ok: true, model: null, settings };
  // The client of the endpoint is loaded only where there is one.
  const { createModel } = await import('./create-model.ts');
  return { ok: true, model: createModel({ settings, knowledge, metrics }), settings };
}
