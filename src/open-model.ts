import { Registry } from 'prom-client';
import { buildRefine } from './build-refine.ts';
import type { Engine } from './build-stages.ts';
import { ConfigError } from './config.ts';
import { createModelFromEnv } from './openai/create-model-from-env.ts';
import { createModelMetrics } from './openai/model-metrics.ts';
import { createLeakGuard } from './pipeline/deidentify/leak-guard.ts';
import type { Refine } from './refine.ts';
import { buildPlay } from './rehearsal/build-play.ts';
import type { PlayClient } from './rehearsal/play-client.ts';
import type { Operations } from './slack/home-service.ts';
import { watchModel } from './watch-model.ts';
import { loadNameTables } from './weights/load-name-tables.ts';

/** Where a model's counts go, and the clock its guesses are dated by. */
export interface OpenModelOptions {
  readonly registry?: Registry;
  readonly now?: () => Date;
}

/** What a configured language model does. */
export interface OpenedModel {
  /** The second half of a turn. */
  readonly refine: Refine;
  /** The client's words in a rehearsal. */
  readonly play: PlayClient;
  readonly name: string;
  /** Who may see case text, and whether the model answers. */
  readonly facts: () => Pick<Operations, 'boundary' | 'modelAnswers'>;
}

/**
 * The second half of a turn and the client of rehearsals when a language model is configured, or null when none is.
 * @throws ConfigError naming every fault of the model's settings
 */
export async function openModel(
  env: Readonly<Record<string, string | undefined>>,
  engine: Engine,
  { registry = new Registry(), now = () => new Date() }: OpenModelOptions = {},
): Promise<OpenedModel | null> {
  const metrics = createModelMetrics(registry);
  const opened = await createModelFromEnv(env, engine.knowledge, metrics);
  if (!opened.ok) throw new ConfigError(opened.faults);
  const { settings } = opened;
  if (opened.model === null || settings === null) return null;
  const { model, answers } = watchModel(opened.model);
  const leakGuard = createLeakGuard(loadNameTables());
  const totalMs = settings.deadlines.total;
  return {
    name: model.name,
    facts: () => ({ boundary: settings.boundary, modelAnswers: answers() }),
    refine: buildRefine(engine, model, { leakGuard, totalMs, metrics, now }),
    play: buildPlay(engine, model, { leakGuard, totalMs, dropped: metrics.dropped }),
  };
}
