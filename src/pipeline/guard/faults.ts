import type { Fault } from '../../knowledge/knowledge.ts';
import { compileList, compileWords } from './compile-pattern.ts';
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
    patterns: fault.patterns.map((pattern) => compileWords(pattern, lists)),
    unless: fault.unless.map((name) => ({
      list: listOf(name),
      anywhere: name.endsWith('_ANYWHERE'),
    })),
  }));
  return (said) =>
    ready
      .filter(({ patterns, unless }) => {
        if (unless.length === 0) return patterns.some((pattern) => pattern.test(said.text));
        return said.sentences.some(
          (sentence) =>
            patterns.some((pattern) => pattern.test(sentence)) &&
            !unless.some(({ list, anywhere }) => list.test(anywhere ? said.text : sentence)),
        );
      })
      .map(({ fault }) => fault);
}
