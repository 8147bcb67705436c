import type { Engine } from '../../src/build-stages.ts';
import { sliceSafe } from '../../src/pipeline/deidentify/slice-safe.ts';
import type { ClassifyAnswer, ClassifyInput } from '../../src/pipeline/language-model.ts';
import type { SafeText } from '../../src/pipeline/message.ts';
import type { Reading, SafetyScreen } from '../../src/pipeline/outcome.ts';
import { abridge } from '../../src/pipeline/reconcile/abridge.ts';
import { createReconcile } from '../../src/pipeline/reconcile/reconcile.ts';

/** A text with its first reading, and what a model is asked about it. */
export interface Prepared {
  readonly text: SafeText;
  readonly reading: Reading;
  readonly safety: SafetyScreen;
  readonly input: ClassifyInput;
}

/** One text as rules, a model alone and both together read it. */
export interface ThreeWays {
  readonly rules: { readonly reading: Reading; readonly safety: SafetyScreen };
  readonly model: { readonly reading: Reading; readonly safety: SafetyScreen };
  readonly both: { readonly reading: Reading; readonly safety: SafetyScreen };
}

const LIVE = ['open', 'ask'];
const NOTHING_READ: Reading = { direction: 'none', enoughInfo: false, labels: [], candidates: [] };
const NOTHING_SEEN: SafetyScreen = { status: 'clear', labels: [], responses: [] };

/** De-identifies a text and reads it by rules; null when it is refused. */
export function prepare({ stages }: Pick<Engine, 'stages'>, raw: string): Prepared | null {
  const removed = stages.deidentify(raw);
  if (!removed.ok) return null;
  const { text } = removed;
  const reading = stages.read(text);
  const safety = stages.screen(text);
  const claims = reading.labels.map(({ id, evidence }) => ({ id, evidence: evidence.slice(0, 2) }));
  const standing = claims.flatMap(({ evidence }) => evidence);
  const [account = text] = abridge([text], standing, sliceSafe);
  const raised = safety.labels.filter(({ status }) => LIVE.includes(status)).map(({ id }) => id);
  return { text, reading, safety, input: { account, claims, raised } };
}

/** What is asserted: contested labels are shown, not asserted. */
const asserted = (reading: Reading): Reading => ({
  ...reading,
  labels: reading.labels.filter(({ contested }) => !contested),
});

/** Builds the comparison; without an answer the rules stand in all three places. */
export function createThreeWays(
  { stages, knowledge }: Pick<Engine, 'stages' | 'knowledge'>,
  prompt: string,
) {
  const reconcile = createReconcile({
    ...{ taxonomy: knowledge.taxonomy, responsesFor: stages.responsesFor, cut: sliceSafe, prompt },
  });
  return (prepared: Prepared, answer: ClassifyAnswer | null): ThreeWays => {
    const { text, reading, safety, input } = prepared;
    const rules = { reading, safety };
    if (answer === null) return { rules, model: rules, both: rules };
    const first = { text, turns: [text], refused: [], inHand: () => false };
    const merged = (from: { reading: Reading; safety: SafetyScreen }) => {
      const result = reconcile({ ...first, ...from }, input.claims, answer);
      return { reading: asserted(result.reading), safety: result.safety };
    };
    const alone = { reading: NOTHING_READ, safety: NOTHING_SEEN };
    return { rules, model: merged(alone), both: merged(rules) };
  };
}
