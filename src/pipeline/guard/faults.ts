import type { Fault } from '../../knowledge/knowledge.ts';
import { createCandidates } from './candidates.ts';
import { compileList, type LatePattern, lateWords } from './compile-pattern.ts';
import type { Spoken } from './spoken.ts';

/**
 * Builds the finder of faults: those whose form stands in the phrase, lists of `unless` apart (in the
 * same sentence, or for a list named `…_ANYWHERE` anywhere in the phrase).
 */
export function createFaultFinder(
  faults: readonly Fault[],
  lists: Readonly<Record<string, string>>,
): (said: Spoken) => readonly Fault[] {
  const compiled = new Map<string, RegExp>();
  const listOf = (name: string) => {
    const list = compiled.get(name) ?? compileList(lists[name] ?? '(?!)', lists);
    compiled.set(name, list);
    return list;
  };
  const ready = faults.map((fault) => ({
    fault,
    patterns: fault.patterns.map((pattern) => lateWords(pattern, lists)),
    unless: fault.unless.map((name) => ({
      list: listOf(name),
      anywhere: name.endsWith('_ANYWHERE'),
    })),
  }));
  let candidates: ((text: string) => ReadonlySet<LatePattern>) | undefined;

  return (said) => {
    candidates ??= createCandidates(
      new Map(ready.flatMap(({ patterns }) => patterns.map((late) => [late, late.needs()]))),
    );
    const possible = candidates(said.text);
    const standsIn = (patterns: readonly LatePattern[], text: string) =>
      patterns.some((pattern) => possible.has(pattern) && pattern.test(text));
    const found = ready.filter(({ patterns, unless }) => {
      if (unless.length === 0) return standsIn(patterns, said.text);
      return said.sentences.some(
        (sentence) =>
          standsIn(patterns, sentence) &&
          !unless.some(({ list, anywhere }) => list.test(anywhere ? said.text : sentence)),
      );
    });
    return found.map(({ fault }) => fault);
  };
}
