import { createHash } from 'node:crypto';
import { createLint } from '../pipeline/guard/lint.ts';
import { checkPatterns } from './check-patterns.ts';
import { checkGuarded, checkPhrases, type MakeLint } from './check-phrases.ts';
import { checkReferences } from './check-references.ts';
import { checkShown } from './check-shown.ts';
import type { Knowledge, Label } from './knowledge.ts';
import { KnowledgeError } from './knowledge-error.ts';
import { loadSafetyExtra } from './load-safety-extra.ts';
import type { SafetyExtra } from './safety-extra.ts';
import * as shapes from './shapes.ts';
import { openShelf, type Shelf } from './shelf.ts';

const HERE = new URL('./', import.meta.url);
const hash = (...texts: string[]) =>
  createHash('sha256').update(texts.join('\n')).digest('hex').slice(0, 8);

/** What decides how a text is read and what is offered, beside the taxonomy and the library. */
const RULES = [
  'principles',
  'lexicons',
  'language',
  'faults',
  'safety',
  'safety-words',
  'safety-wordings',
  'languages',
  'context',
  'info',
  'signals',
  'contraindications',
  'selection',
  'strategies',
  'requests',
  'directions',
  'lenses',
  'consult-first',
  'escalation',
  'red-flags',
  'sufficiency',
];

function versionsOf(shelf: Shelf): Knowledge['versions'] {
  return {
    taxonomy: hash(shelf.textOf('taxonomy')),
    library: hash(shelf.textOf('interventions'), shelf.textOf('ladder')),
    rules: hash(...RULES.map((kind) => shelf.textOf(kind))),
  };
}

function labelFinder(taxonomy: readonly Label[]): (id: string) => Label {
  const byId = new Map(taxonomy.map((label) => [label.id, label]));
  return (id) => {
    const label = byId.get(id);
    if (label === undefined) throw new RangeError(`There is no taxonomy id '${id}'.`);
    return label;
  };
}

function readAll(shelf: Shelf): Omit<Knowledge, keyof SafetyExtra> {
  const taxonomy = shelf.list('taxonomy', shapes.label);
  return {
    versions: versionsOf(shelf),
    taxonomy,
    label: labelFinder(taxonomy),
    interventions: shelf.list('interventions', shapes.intervention),
    principles: shelf.list('principles', shapes.principle),
    lexicons: shelf.one('lexicons', shapes.table),
    language: shelf.list('language', shapes.languageRule),
    faults: shelf.list('faults', shapes.fault),
    ladder: shelf.list('ladder', shapes.rung),
    machines: shelf.list('state-machines', shapes.machine),
    plan: shelf.one('consultation-plan', shapes.plan),
    stageCues: shelf.list('stage-cues', shapes.stageCue),
    outcomeWords: shelf.list('outcome-words', shapes.outcomeWords),
    safety: shelf.list('safety', shapes.safetyRule),
    responses: shelf.list('responses', shapes.response),
    context: shelf.one('context', shapes.context),
    info: shelf.list('info', shapes.info),
    requests: shelf.list('requests', shapes.request),
    directions: shelf.list('directions', shapes.direction),
    anchors: shelf.list('anchors', shapes.anchor),
    signals: shelf.list('signals', shapes.signal),
    contraindications: shelf.list('contraindications', shapes.contraindication),
    selection: shelf.list('selection', shapes.selectionRule),
    strategies: shelf.list('strategies', shapes.strategy),
    lenses: shelf.list('lenses', shapes.lens),
    consultFirst: shelf.list('consult-first', shapes.forShown),
    innerChecks: shelf.list('inner-checks', shapes.forShown),
    consultantQuestions: shelf.list('consultant-questions', shapes.consultantQuestion),
    escalation: shelf.list('escalation', shapes.escalation),
    redFlags: shelf.list('red-flags', shapes.redFlag),
    sufficiency: shelf.one('sufficiency', shapes.sufficiency),
    exceptions: shelf.list('exceptions', shapes.exception),
    sources: shelf.one('sources', shapes.table),
    words: shelf.table('words'),
  };
}

/** What decides whether the guard passes the library: the phrases, the rules, the filled-in words. */
const GUARDED = ['interventions', 'principles', 'lexicons', 'language', 'faults'];

/**
 * A mark over the phrases and the rules they are held against. While `checked.yml` holds the same
 * mark, nothing has changed since all of them passed, and a start need not guard them once more.
 */
export function guardedMark(shelf: Shelf = openShelf(HERE)): string {
  return hash(...GUARDED.map((kind) => shelf.textOf(kind)));
}

/**
 * Reads and checks every knowledge file once.
 *
 * @param folder where the `.yml` files stand; by default those shipped with the product
 * @param makeLint builds the guard that every phrase for a client must pass; by default our own,
 * left out while `checked.yml` marks these very files as passed
 * @throws KnowledgeError listing every fault with file, line and what to do
 */
export function loadKnowledge(folder: URL = HERE, makeLint?: MakeLint): Knowledge {
  const shelf = openShelf(folder);
  const read = readAll(shelf);
  const { mark } = shelf.one('checked', shapes.checked);
  if (shelf.faults.length > 0) throw new KnowledgeError(shelf.faults);
  const knowledge: Knowledge = { ...read, ...loadSafetyExtra(folder) };
  const checks = [checkReferences, checkPatterns, checkShown, checkPhrases];
  const passed = makeLint === undefined && mark === guardedMark(shelf);
  if (!passed) checks.push(checkGuarded(makeLint ?? createLint));
  for (const check of checks) {
    for (const finding of check(knowledge)) shelf.report(finding);
  }
  if (shelf.faults.length > 0) throw new KnowledgeError(shelf.faults);
  return knowledge;
}
