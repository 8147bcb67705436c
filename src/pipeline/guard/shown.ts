import type { Knowledge } from '../../knowledge/knowledge.ts';
import { compileList } from './compile-pattern.ts';
import { createFaultFinder } from './faults.ts';
import { createBlameFinder } from './language-rules.ts';
import type { LintResult } from './lint.ts';
import { spoken } from './spoken.ts';

/** Faults of a phrase that are faults of a sentence to the therapist as well; jargon is allowed there. */
const ALSO: ReadonlySet<string> = new Set([
  'ft-hostility',
  'ft-sarcasm',
  'ft-diagnosis',
  'ft-pathologising',
  'ft-flattery',
  'ft-secrecy',
]);

/**
 * Builds the guard for sentences shown to the therapist (formulation, questions, feedback): language
 * rules, no diagnosis, no certainty about anyone's inner life, no blame on either side, no promise.
 * Quoted words are the writer's own and are not judged. Error ids: `lr-`, `ft-` and `mp-`.
 */
export function createShownLint(
  knowledge: Pick<Knowledge, 'lexicons' | 'language' | 'faults'>,
): (text: string) => LintResult {
  const { lexicons, language, faults } = knowledge;
  const faultsIn = createFaultFinder(
    faults.filter(({ id }) => ALSO.has(id)),
    lexicons,
  );
  const blameIn = createBlameFinder(language, lexicons);
  const list = (name: string) => compileList(lexicons[name] ?? '(?!)', lexicons);
  const [certainty, state, blames] = [
    list('CERTAINTY'),
    list('THEIR_STATE'),
    list('BLAMES_THERAPIST'),
  ];
  const promises = list('PROMISED');
  const lets = [list('HEDGE'), list('REPORTED')];

  return (text) => {
    const said = spoken(text);
    const claimed = said.sentences.some(
      (sentence) => state.test(sentence) && !lets.some((list) => list.test(sentence)),
    );
    const errors = new Set([
      ...blameIn(said.text).map(({ rule }) => rule),
      ...faultsIn(said).map(({ id }) => id),
      ...(claimed || certainty.test(said.text) ? ['mp-tentative'] : []),
      ...(blames.test(said.text) ? ['ft-accusation'] : []),
      ...(promises.test(said.text) ? ['ft-promise'] : []),
    ]);
    return { pass: errors.size === 0, errors: [...errors].sort(), warnings: [] };
  };
}
