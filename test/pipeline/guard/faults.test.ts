import { describe, expect, it } from 'vitest';
import { readPhrases } from '../../../bench/phrases.ts';
import type { Fault } from '../../../src/knowledge/knowledge.ts';
import { loadKnowledge } from '../../../src/knowledge/load.ts';
import { compileList, compileWords } from '../../../src/pipeline/guard/compile-pattern.ts';
import { createFaultFinder } from '../../../src/pipeline/guard/faults.ts';
import { type Spoken, spoken } from '../../../src/pipeline/guard/spoken.ts';

const SETS = ['dev/phrases.jsonl', 'own/phrases-tuned.jsonl', 'own/phrases-fresh.jsonl'];
const { faults, lexicons, interventions } = loadKnowledge();

/** The definition: every pattern is compiled and tried. */
function plainFinder(): (said: Spoken) => readonly Fault[] {
  const compiled = faults.map((fault) => ({
    fault,
    patterns: fault.patterns.map((pattern) => compileWords(pattern, lexicons)),
    unless: fault.unless.map((name) => ({
      list: compileList(lexicons[name] ?? '', lexicons),
      anywhere: name.endsWith('_ANYWHERE'),
    })),
  }));
  const holds = (said: Spoken, { patterns, unless }: (typeof compiled)[number]) =>
    (unless.length === 0 ? [said.text] : said.sentences).some(
      (part) =>
        patterns.some((pattern) => pattern.test(part)) &&
        !unless.some(({ list, anywhere }) => list.test(anywhere ? said.text : part)),
    );
  return (said) => compiled.filter((one) => holds(said, one)).map(({ fault }) => fault);
}

describe('createFaultFinder', () => {
  it('finds in good and bad phrases what trying every pattern finds', () => {
    const phrases = [
      ...SETS.flatMap(readPhrases).map(({ text }) => text),
      ...interventions.flatMap(({ say }) => say.map(({ text }) => text)),
    ];
    const [find, plainly] = [createFaultFinder(faults, lexicons), plainFinder()];
    const ids = (found: readonly Fault[]) => found.map(({ id }) => id);
    for (const phrase of phrases) {
      const said = spoken(phrase);
      expect({ phrase, faults: ids(find(said)) }).toEqual({ phrase, faults: ids(plainly(said)) });
    }
  });
});
