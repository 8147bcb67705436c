import type { Engine } from './build-stages.ts';
import type { ModelMetrics } from './openai/model-metrics.ts';
import type { LeakGuard, Watch } from './pipeline/deidentify/leak-guard.ts';
import { admit } from './pipeline/guard/admit.ts';
import { compileList } from './pipeline/guard/compile-pattern.ts';
import { createShownLint } from './pipeline/guard/shown.ts';
import type { LanguageModel } from './pipeline/language-model.ts';
import { createAdmitWords } from './pipeline/reconcile/admit-words.ts';
import { createExplainFault } from './pipeline/reconcile/explain-fault.ts';
import { createFormulationFaults } from './pipeline/reconcile/formulation-faults.ts';
import { createRefine, type Refine } from './refine.ts';

/** What refining needs besides the stages and a model. */
export interface RefineOptions {
  readonly leakGuard: LeakGuard;
  /** Milliseconds for a whole refinement; the total deadline of the client's settings. */
  readonly totalMs: number;
  readonly metrics?: Pick<ModelMetrics, 'dropped'> | undefined;
  readonly now?: () => Date;
}

/** A model has seen de-identified text only, so there is nobody in particular to watch for. */
const NOBODY: Watch = { known: [], names: new Set(), allowed: new Set() };

/** Puts refining together: the model, the stages, and the guard every word of a model has to pass. */
export function buildRefine(
  { stages, knowledge, lint }: Pick<Engine, 'stages' | 'knowledge' | 'lint'>,
  model: LanguageModel,
  { leakGuard, totalMs, metrics, now = () => new Date() }: RefineOptions,
): Refine {
  const leaks = (text: string) => leakGuard(text, NOBODY).length > 0;
  const gate = (text: string) => admit(text, { passes: () => true, leaks });
  const shownLint = createShownLint(knowledge);
  const hedge = compileList(knowledge.lexicons.HEDGE ?? '(?!)', knowledge.lexicons);
  const formulationFaults = createFormulationFaults({
    errors: (text) => shownLint(text).errors,
    hedged: (text) => hedge.test(text),
  });
  return createRefine({
    ...{ model, stages, knowledge, totalMs, now },
    spoken: createAdmitWords({ faults: (text, ids) => lint(text, [...ids]).errors, gate }),
    shown: createAdmitWords({ faults: formulationFaults, gate }),
    explain: createExplainFault(knowledge),
    dropped: (why, count) => metrics?.dropped(why, count),
  });
}
