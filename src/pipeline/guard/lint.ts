import type { Knowledge } from '../../knowledge/knowledge.ts';
import { createFaultFinder } from './faults.ts';
import { createBlameFinder } from './language-rules.ts';
import { createPrincipleCheck } from './principles.ts';
import { spoken } from './spoken.ts';

/** What the guard says of a phrase for the client: ids of principles, language rules and faults. */
export interface LintResult {
  /** True when there is no error; only then may the phrase be shown. */
  pass: boolean;
  errors: string[];
  warnings: string[];
}

/** `context`: taxonomy ids of the case; what the therapist did must then be owned in the phrase. */
export type Lint = (phrase: string, context?: readonly string[]) => LintResult;

/** Library phrases come back again and again; so many judgements are remembered. */
const MOST_KEPT = 4_000;

/**
 * Builds the guard for phrases that a therapist may say to a client: principles of metacommunication,
 * language rules and further faults (clinical sections 3 and 6). Pure; linear in the first 1,500
 * characters, anything longer than 70 words fails by its length.
 */
export function createLint(
  knowledge: Pick<Knowledge, 'principles' | 'lexicons' | 'language' | 'faults'>,
): Lint {
  const known = new Set(knowledge.principles.map(({ id }) => id));
  const principles = createPrincipleCheck(knowledge.lexicons);
  const faultsIn = createFaultFinder(knowledge.faults, knowledge.lexicons);
  const blameIn = createBlameFinder(knowledge.language, knowledge.lexicons);

  function judge(phrase: string, context: readonly string[]): LintResult {
    const said = spoken(phrase);
    const held = principles(said, context);
    const blamed = blameIn(said.text).map(({ rule }) => rule);
    const found = faultsIn(said);
    const grave = found.filter(({ severity }) => severity === 'error');
    const broken = grave.flatMap(({ breaks }) => (breaks === null ? [] : [breaks]));

    const errors = new Set([
      ...[...held.errors, ...broken, ...(blamed.length > 0 ? ['mp-validate'] : [])].filter((id) =>
        known.has(id),
      ),
      ...blamed,
      ...grave.map(({ id }) => id),
    ]);
    if (said.words === 0) errors.add('mp-brief');
    const light = found.filter(({ severity }) => severity === 'warning').map(({ id }) => id);
    const warnings = [...held.warnings, ...light].filter((id) => !errors.has(id));
    return { pass: errors.size === 0, errors: [...errors].sort(), warnings };
  }

  const judged = new Map<string, LintResult>();
  return (phrase, context = []) => {
    const key = JSON.stringify([phrase, ...context]);
    const before = judged.get(key);
    if (before !== undefined) return before;
    const result = judge(phrase, context);
    if (judged.size >= MOST_KEPT) judged.clear();
    judged.set(key, result);
    return result;
  };
}
