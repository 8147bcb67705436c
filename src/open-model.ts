import { Registry } from 'prom-client';
import { buildRefine } from './build-refine.ts';
import type { Engine } from './build-stages.ts';
import { ConfigError } from './config.ts';
import { createModelFromEnv } from './openai/create-model-from-env.ts';
import { createModelMetrics } from './openai/model-metrics.ts';
import { createLeakGuard } from './pipeline/deidentify/leak-guard.ts';
import type { Refine } from './refine.ts';
import { loadNameTables } from './weights/load-name-tables.ts';

/** Where a model's counts go, and the clock its guesses are dated by. */
export interface OpenModelOptions {
  readonly registry?: Registry;
  readonly now?: () => Date;
}

/**
 * The second half of a turn when a language model is configured, or null when none is.
 * @throws ConfigError naming every fault of the model's settings
 */
export function openModel(
  env: Readonly<Record<string, string | undefined>>,
  engine: Engine,
  { registry = new Registry(), now = () => new Date() }: OpenModelOptions = {},
): Refine | null {
  const metrics = createModelMetrics(registry);
  const opened = createModelFromEnv(env, engine.knowledge, metrics);
  if (!opened.ok) throw new ConfigError(opened.faults);
  const { model, settings } = opened;
  if (model === null || settings === null) return null;
  const leakGuard = createLeakGuard(loadNameTables());
  return buildRefine(engine, model, {
    ...{ leakGuard, totalMs: settings.deadlines.total, metrics, now },
  });
}
