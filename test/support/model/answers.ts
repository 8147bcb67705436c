import type { ClassifyAnswer, SuggestAnswer } from '../../../src/pipeline/language-model.ts';

/** An answer of the classifying prompt that says nothing, with what a test needs on top. */
export const classified = (over: Partial<ClassifyAnswer> = {}): ClassifyAnswer => ({
  labels: [],
  verdicts: [],
  direction: 'none',
  directionQuotes: [],
  enoughInfo: true,
  safety: [],
  instructions: [],
  ...over,
});

/** A formulation that passes the guard. */
export const formulated = {
  moment: 'You named the new fee and the answers became short.',
  sides:
    'Perhaps the client protects something by keeping quiet, and that may have good reasons. You may have talked more because the quiet was hard to bear.',
  frame: 'The change of the fee may play a part.',
  workingGuess: 'For now it seems that the more you explain, the less room there may be to object.',
  wouldChangeOurMind:
    'If they told you that something outside is on their mind, this guess would fall.',
};

/** An answer of the suggesting prompt. */
export const suggested = (over: Partial<SuggestAnswer> = {}): SuggestAnswer => ({
  phrases: [],
  formulation: formulated,
  ...over,
});
