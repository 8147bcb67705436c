import type { LanguageModel } from './pipeline/language-model.ts';

/** A model, and whether it answered when it was last asked in this process; null before that. */
export interface WatchedModel {
  readonly model: LanguageModel;
  readonly answers: () => boolean | null;
}

/** Remembers of every question whether an answer came; one that was broken off by us tells nothing. */
export function watchModel(model: LanguageModel): WatchedModel {
  let answered: boolean | null = null;
  return {
    answers: () => answered,
    model: {
      ...model,
      ask: async (prompt, input, signal) => {
        const reply = await model.ask(prompt, input, signal);
        if (reply.ok || !signal.aborted) answered = reply.ok;
        return reply;
      },
    },
  };
}
