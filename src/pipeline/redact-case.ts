import { redactWords } from './deidentify/redact-word.ts';
import type { SafeText } from './message.ts';
import type { Assessment, Formulation } from './outcome.ts';
import type { CaseThread, KeptTurn } from './thread/case-thread.ts';

type Clean = <Text extends string>(text: Text) => Text;

const cleanFormulation = (made: Formulation, clean: Clean): Formulation => ({
  moment: clean(made.moment),
  sides: clean(made.sides),
  frame: clean(made.frame),
  workingGuess: clean(made.workingGuess),
  wouldChangeOurMind: clean(made.wouldChangeOurMind),
});

/** The reading with every text in it that quotes the case made clean; ids are left alone. */
function cleanAssessment(assessment: Assessment, clean: Clean): Assessment {
  const { text, safety, reading, formulation, suggestions } = assessment;
  const phrases = suggestions.phrases.map((each) => ({ ...each, text: clean(each.text) }));
  const found = <Found extends { readonly evidence: readonly SafeText[] }>(each: Found) => ({
    ...{ ...each, evidence: each.evidence.map(clean) },
  });
  const flags = safety.labels.map((each) => ({ ...each, evidence: each.evidence.map(clean) }));
  const { labels, candidates } = reading;
  return {
    ...{ ...assessment, text: clean(text), safety: { ...safety, labels: flags } },
    reading: { ...reading, labels: labels.map(found), candidates: candidates.map(found) },
    formulation: formulation === null ? null : cleanFormulation(formulation, clean),
    suggestions: { ...suggestions, phrases },
  };
}

/**
 * The case without words that its people call identifying, everywhere it keeps text, and in how many
 * places they stood in the messages.
 */
export function redactCase(
  kase: CaseThread,
  words: readonly string[],
): { readonly kase: CaseThread; readonly count: number } {
  let count = 0;
  const clean: Clean = (text) => redactWords(text, words).text;
  const without = <Kept extends Pick<KeptTurn, 'text' | 'removed'>>(kept: Kept): Kept => {
    const done = redactWords(kept.text, words);
    if (done.count === 0) return kept;
    count += done.count;
    const other_id = (kept.removed.other_id ?? 0) + done.count;
    return { ...kept, text: done.text, removed: { ...kept.removed, other_id } };
  };
  const turns = kase.turns.map((turn) => ({
    ...without(turn),
    ...(turn.pending ? { pending: without(turn.pending) } : {}),
  }));
  if (count === 0) return { kase, count };
  const { assessment } = kase;
  return {
    kase: {
      ...{ ...kase, turns },
      assessment: assessment === null ? null : cleanAssessment(assessment, clean),
    },
    count,
  };
}
