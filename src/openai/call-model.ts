import { randomBytes } from 'node:crypto';
import type { z } from 'zod';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type {
  Dialogues,
  ModelFaultCode,
  ModelReply,
  PromptId,
} from '../pipeline/language-model.ts';
import { type Attempted, attempt } from './attempt.ts';
import { classifyShape, classifyWire } from './classify-schema.ts';
import type { Send, WireRequest } from './client.ts';
import { pause } from './deadlines.ts';
import { fillCase } from './fill-case.ts';
import type { Prompts } from './load-prompts.ts';
import type { ModelMetrics } from './model-metrics.ts';
import type { ModelSettings } from './model-settings.ts';
import { type Capabilities, capabilitiesOf, reducedBy } from './profiles.ts';
import { rehearseShape, rehearseWire } from './rehearse-schema.ts';
import { suggestShape, suggestWire } from './suggest-schema.ts';
import { addUsage, NO_USAGE } from './usage.ts';

/** What a call needs to know. */
export interface CallParts {
  readonly settings: ModelSettings;
  readonly taxonomy: Knowledge['taxonomy'];
  readonly prompts: Prompts;
  readonly send: Send;
  readonly metrics: ModelMetrics | undefined;
}

/** One call: a request and what follows from its failure, until `total` fires. */
export type Call = <P extends PromptId>(
  id: P,
  input: Dialogues[P]['input'],
  total: AbortSignal,
) => Promise<ModelReply<Dialogues[P]['answer']>>;

const SHAPES: { [P in PromptId]: z.ZodType<Dialogues[P]['answer']> } = {
  classify: classifyShape,
  suggest: suggestShape,
  rehearse: rehearseShape,
};
/** Faults after which the same request is made once more. */
const AGAIN: readonly ModelFaultCode[] = ['network', 'overloaded', 'rate-limited'];
/** Faults after which the model is told what was wrong and asked once more. */
const REPAIR: readonly ModelFaultCode[] = ['invalid-json', 'invalid-shape'];
const SHORT_WAIT_MS = 5000;
const BACK_OFF_MS = 300;

/** What may still be tried within one call. */
interface Chances {
  again: number;
  repair: number;
}

/** What to do after a failed attempt: wait so long and ask again, with these remarks. */
interface Plan {
  readonly waitMs: number;
  readonly remarks: readonly string[];
}

function planAfter(
  { fault, faults }: Extract<Attempted<unknown>, { ok: false }>,
  chances: Chances,
): Plan | null {
  if (REPAIR.includes(fault.code) && chances.repair > 0) {
    chances.repair -= 1;
    return { waitMs: 0, remarks: faults };
  }
  if (!AGAIN.includes(fault.code) || chances.again === 0) return null;
  chances.again -= 1;
  const asked = fault.retryAt === null ? BACK_OFF_MS : fault.retryAt - Date.now();
  return asked > SHORT_WAIT_MS ? null : { waitMs: Math.max(0, asked), remarks: [] };
}

const repairNote = (remarks: readonly string[]) =>
  remarks.length === 0
    ? ''
    : `\n\nYour last answer could not be used:\n${remarks.map((remark) => `- ${remark}`).join('\n')}`;

/**
 * Builds `call`: at most one retry for what may pass, one repair for what was misshapen, and one
 * request less for each parameter that the endpoint turns out not to know (remembered from then on).
 */
export function createCall({ settings, taxonomy, prompts, send, metrics }: CallParts): Call {
  const wire = {
    ...{ classify: classifyWire(taxonomy), suggest: suggestWire, rehearse: rehearseWire },
  };
  let capabilities: Capabilities = capabilitiesOf(settings.profile, settings.model);

  async function asked<P extends PromptId>(id: P, request: WireRequest, total: AbortSignal) {
    for (;;) {
      const tried = await attempt(send, settings, request, capabilities, SHAPES[id], total);
      const reduced = tried.ok ? null : reducedBy(tried.refusal, capabilities);
      if (reduced === null) return tried;
      capabilities = reduced;
    }
  }

  return async (id, input, total) => {
    const { prefix, template, version } = prompts[id];
    const variable = fillCase(id, template, input, randomBytes(6).toString('hex'));
    const chances: Chances = { again: 1, repair: 1 };
    let remarks: readonly string[] = [];
    let usage = NO_USAGE;
    for (;;) {
      const request = { name: id, prefix, variable: variable + repairNote(remarks) };
      const tried = await asked(id, { ...request, schema: wire[id], cacheKey: version }, total);
      metrics?.spent(id, tried.usage);
      usage = addUsage(usage, tried.usage);
      if (tried.ok) return { ok: true, value: tried.value, usage };
      const plan = planAfter(tried, chances);
      if (plan === null) return { ok: false, fault: tried.fault };
      metrics?.again(id, tried.fault.code);
      await pause(plan.waitMs, total);
      remarks = plan.remarks;
    }
  };
}
