import type { Engine } from '../build-stages.ts';
import type { Command } from './command.ts';
import { knowledgeTable, rowLines } from './knowledge-table.ts';

/** How much there is of everything, and the versions that a reading names. */
function countsOf({ knowledge }: Engine) {
  const phrases = knowledge.interventions.flatMap(({ say }) => say);
  return {
    labels: knowledge.taxonomy.length,
    interventions: knowledge.interventions.length,
    phrases: phrases.length,
    voices: new Set(phrases.map(({ voice }) => voice)).size,
    strategies: knowledge.strategies.length,
    selectionRules: knowledge.selection.length,
    contraindications: knowledge.contraindications.length,
    requests: knowledge.requests.length,
    schools: knowledge.lenses.length,
    rungs: knowledge.ladder.length,
    stageModels: knowledge.machines.length,
    safetyRules: knowledge.safety.length,
    responses: knowledge.responses.length,
    principles: knowledge.principles.length,
    languageRules: knowledge.language.length,
    faults: knowledge.faults.length,
    words: Object.keys(knowledge.words).length,
    ...{ versions: knowledge.versions },
  };
}

/**
 * `knowledge`: checks every knowledge file and says how much there is; `--table` prints for every
 * taxonomy id what is offered for it: strategy, phrases, rungs, what to be careful with.
 */
export const knowledgeCommand: Command = {
  name: 'knowledge',
  usage: 'npm run -s knowledge -- [--table] [--json]',
  flags: { table: 'boolean', json: 'boolean' },
  async run({ write, flags, engine: open }) {
    const engine = await open();
    if (flags.has('table')) {
      for (const row of knowledgeTable(engine)) {
        const lines = flags.has('json') ? [JSON.stringify(row)] : rowLines(row);
        for (const line of lines) write(line);
      }
      return 0;
    }
    const { versions, ...counts } = countsOf(engine);
    if (flags.has('json')) {
      write(JSON.stringify({ ...counts, versions }));
      return 0;
    }
    for (const [what, count] of Object.entries(counts))
      write(`${String(count).padStart(6)}  ${what}`);
    for (const [what, version] of Object.entries(versions)) write(`${what} ${version}`);
    return 0;
  },
};
