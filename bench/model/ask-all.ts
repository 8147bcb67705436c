import { setTimeout as sleep } from 'node:timers/promises';
import type {
  ClassifyInput,
  LanguageModel,
  ModelFaultCode,
} from '../../src/pipeline/language-model.ts';
import { type Answers, type KeptAnswer, keyOf } from './kept-answers.ts';

/** What asking about many texts needs. */
export interface Asking {
  readonly model: LanguageModel;
  readonly answers: Answers;
  /** Requests at the same time. */
  readonly parallel: number;
  readonly tick: () => void;
}

/** Answers in the order of the inputs, null where there was none, and the faults by code. */
export interface Asked {
  readonly answers: readonly (KeptAnswer | null)[];
  readonly faults: Readonly<Partial<Record<ModelFaultCode, number>>>;
}

/** Faults that pass when one waits. */
const PASSING: readonly ModelFaultCode[] = ['rate-limited', 'resting', 'overloaded', 'network'];
const TRIES = 4;
const LONGEST_WAIT_MS = 120_000;
const WAIT_MS = 5000;
/** After so many texts without an answer in a row nobody is there; the next run goes on from here. */
const HOPELESS = 8;

async function answerTo(
  { model, answers }: Asking,
  input: ClassifyInput,
): Promise<KeptAnswer | ModelFaultCode> {
  const key = keyOf(model.name, model.prompts, input);
  const kept = answers.get(key);
  if (kept !== undefined) return kept;
  for (let tries = 1; ; tries++) {
    const started = performance.now();
    const reply = await model.ask('classify', input, new AbortController().signal);
    if (reply.ok) {
      const ms = Math.round(performance.now() - started);
      const answer = { key, answer: reply.value, usage: reply.usage, ms };
      answers.add(answer);
      return answer;
    }
    const { code, retryAt } = reply.fault;
    if (!PASSING.includes(code) || tries === TRIES) return code;
    const wait = retryAt === null ? WAIT_MS : retryAt - Date.now();
    await sleep(Math.min(Math.max(wait, 0), LONGEST_WAIT_MS));
  }
}

/** Asks about every input, a few at a time; answers that are kept already are not asked for again. */
export async function askAll(asking: Asking, inputs: readonly ClassifyInput[]): Promise<Asked> {
  const answers: (KeptAnswer | null)[] = inputs.map(() => null);
  const faults: Partial<Record<ModelFaultCode, number>> = {};
  const waiting = inputs.map((input, at) => ({ input, at }));
  let inVain = 0;

  async function work(): Promise<void> {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const outcome = await answerTo(asking, next.input);
      inVain = typeof outcome === 'string' ? inVain + 1 : 0;
      if (typeof outcome === 'string') faults[outcome] = (faults[outcome] ?? 0) + 1;
      else answers[next.at] = outcome;
      if (inVain >= HOPELESS) waiting.length = 0;
      asking.tick();
    }
  }
  await Promise.all(Array.from({ length: asking.parallel }, work));
  return { answers, faults };
}
