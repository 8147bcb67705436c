import { buildRefine } from '../../../src/build-refine.ts';
import { buildStages, type Engine } from '../../../src/build-stages.ts';
import { createModel } from '../../../src/openai/create-model.ts';
import type { ModelMetrics } from '../../../src/openai/model-metrics.ts';
import type { ModelSettings } from '../../../src/openai/model-settings.ts';
import { plainly } from '../../../src/pipeline/circumstances.ts';
import { consult } from '../../../src/pipeline/consult.ts';
import { createLeakGuard } from '../../../src/pipeline/deidentify/leak-guard.ts';
import type { ThreadEvent, Turn } from '../../../src/pipeline/message.ts';
import type { Assessment } from '../../../src/pipeline/outcome.ts';
import { receive } from '../../../src/pipeline/receive.ts';
import type { CaseThread } from '../../../src/pipeline/thread/case-thread.ts';
import { openCase } from '../../../src/pipeline/thread/open-case.ts';
import type { Refined } from '../../../src/refine.ts';
import { loadNameTables } from '../../../src/weights/load-name-tables.ts';
import { AUTHOR, KEY } from '../builders.ts';
import { modelSettings } from './settings.ts';

const NOW = new Date('2026-03-02T10:00:00Z');

let built: Engine | undefined;
/** The real engine, built once a test file. */
export const engine = (): Engine => {
  built ??= buildStages();
  return built;
};

/** A message as the door takes it in. */
export function arrived(raw: string, at = 1): Turn {
  const arrival = { id: `t${at}`, author: AUTHOR, ts: `${at}`, at, raw, context: {} };
  const received = receive(engine().stages, arrival);
  if (received.kind === 'refused') throw new Error(`refused: ${received.why}`);
  return received.turn;
}

/** What one turn came to: the first reading, how long it took, and the refined one. */
export interface Turned {
  readonly before: CaseThread;
  readonly kase: CaseThread;
  readonly first: Assessment;
  readonly firstMs: number;
  readonly refined: Refined;
}

const leakGuard = createLeakGuard(loadNameTables());

/** Takes turns with the real engine and a scripted endpoint. */
export function turnTaker(url: string, over: Partial<ModelSettings> = {}, metrics?: ModelMetrics) {
  const { stages, knowledge } = engine();
  const settings = modelSettings(url, over);
  const model = createModel({ settings, knowledge, metrics });
  const refine = buildRefine(engine(), model, {
    ...{ leakGuard, totalMs: settings.deadlines.total, metrics, now: () => NOW },
  });
  return async (before: CaseThread | null, ...events: ThreadEvent[]): Promise<Turned> => {
    const [head] = events;
    if (before === null && head?.kind !== 'turn') throw new Error('a case begins with a turn');
    const opened = before ?? openCase(KEY, 'case-1', head as Turn);
    const started = performance.now();
    const { kase } = consult(stages, opened, events, plainly(NOW));
    const firstMs = performance.now() - started;
    const first = kase.assessment;
    if (first === null) throw new Error('no first reading');
    const turn = { before: opened, kase, first, events };
    const refined = await refine(turn, new AbortController().signal);
    return { before: opened, kase, first, firstMs, refined };
  };
}

/** The refined assessment, or the test fails with the fault. */
export function refinedOf({ refined }: Pick<Turned, 'refined'>): Assessment {
  if (!refined.ok) throw new Error(`not refined: ${refined.code}`);
  return refined.outcome.assessment;
}
