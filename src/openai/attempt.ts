import type { z } from 'zod';
import type { ModelFault, ModelUsage } from '../pipeline/language-model.ts';
import type { Send, WireRequest } from './client.ts';
import { collect } from './collect.ts';
import { untilProgress } from './deadlines.ts';
import type { ModelSettings } from './model-settings.ts';
import { parseAnswer } from './parse-answer.ts';
import type { Capabilities } from './profiles.ts';
import { refusalOf, toFault } from './to-fault.ts';
import { NO_USAGE, usageOf } from './usage.ts';

/** What one request came to. */
export type Attempted<T> =
  | { readonly ok: true; readonly value: T; readonly usage: ModelUsage }
  | {
      readonly ok: false;
      readonly fault: ModelFault;
      readonly usage: ModelUsage;
      /** What is wrong with the answer, for the repair request. */
      readonly faults: readonly string[];
      /** Words of a refused request, in which a parameter may be named. */
      readonly refusal: string;
    };

/** Sends one request, gathers its answer and reads it. Never throws. */
export async function attempt<T>(
  send: Send,
  settings: Pick<ModelSettings, 'deadlines' | 'prices'>,
  request: WireRequest,
  capabilities: Capabilities,
  shape: z.ZodType<T>,
  total: AbortSignal,
): Promise<Attempted<T>> {
  const watch = untilProgress(settings.deadlines, total);
  try {
    const events = await send(request, capabilities, watch.signal);
    const { text, fault, usage: told } = await collect(events, watch.signal, watch.progress);
    const usage = usageOf(told, settings.prices);
    if (fault !== null) return failed({ code: fault, retryAt: null }, usage);
    const parsed = parseAnswer(text, shape);
    if (parsed.ok) return { ok: true, value: parsed.value, usage };
    return failed({ code: parsed.code, retryAt: null }, usage, parsed.faults);
  } catch (error) {
    const fault = toFault(error, watch.signal, Date.now());
    return failed(fault, NO_USAGE, [], refusalOf(error));
  } finally {
    watch.stop();
  }
}

function failed(
  fault: ModelFault,
  usage: ModelUsage,
  faults: readonly string[] = [],
  refusal = '',
): Extract<Attempted<never>, { ok: false }> {
  return { ok: false, fault, usage, faults, refusal };
}
