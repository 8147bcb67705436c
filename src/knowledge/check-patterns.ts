import { missingLists } from '../pipeline/guard/compile-pattern.ts';
import type { Knowledge } from './knowledge.ts';
import type { Finding } from './shelf.ts';
import type { Path } from './yaml-file.ts';

/** A regex source with where it stands. */
interface Pattern {
  readonly entry: object;
  readonly path: Path;
  readonly source: string;
}

function from<T extends object>(
  entries: readonly T[],
  field: string,
  sources: (entry: T) => readonly string[],
): Pattern[] {
  return entries.flatMap((entry) =>
    sources(entry).map((source, at) => ({ entry, path: [field, at], source })),
  );
}

function patternsOf(k: Knowledge): readonly Pattern[] {
  return [
    ...Object.entries(k.lexicons).map(([name, source]) => ({
      entry: k.lexicons,
      path: [name],
      source,
    })),
    ...k.language.map((entry) => ({ entry, path: ['avoid'], source: entry.avoid })),
    ...from(k.faults, 'patterns', (e) => e.patterns),
    ...from(k.safety, 'stems', (e) => e.stems),
    ...from(k.signals, 'patterns', (e) => e.patterns),
    ...from(k.redFlags, 'patterns', (e) => e.patterns),
    ...from(k.requests, 'patterns', (e) => e.patterns),
    ...from(k.directions, 'names', (e) => e.names),
    ...from(k.info, 'told', (e) => e.told),
    ...k.lenses.map((entry) => ({ entry, path: ['names'], source: entry.names })),
    ...from(k.stageCues, 'patterns', (e) => e.patterns),
    ...from(k.outcomeWords, 'patterns', (e) => e.patterns),
    ...from(k.outcomeWords, 'brief', (e) => e.brief),
  ];
}

/** Holds no `*`, `+` or `{3,}` outside a character class. */
const BOUNDED = /^(?:\\.|\[(?:\\.|[^\]\\])*\]|[^\\[*+{]|\{\d{1,3}(?:,\d{1,3})?\})*$/s;

/** What is wrong with one pattern, or null; `*`, `+` and `{3,}` can be slow on long texts. */
export function patternFault(source: string): Pick<Finding, 'what' | 'todo'> | null {
  try {
    new RegExp(source, 'i');
  } catch (error) {
    const why = error instanceof Error ? error.message : 'it is broken';
    return { what: `is no regular expression (${why})`, todo: 'mend the brackets or escapes' };
  }
  if (BOUNDED.test(source)) return null;
  return {
    what: 'repeats without a limit, which can be slow on long texts',
    todo: 'write a limit such as {0,40} in place of * or +',
  };
}

/** Lexicons that faults and lexicons name and that are not there. */
function unknownLists(k: Knowledge): Finding[] {
  const named = [
    ...from(k.faults, 'patterns', (e) => e.patterns),
    ...from(k.faults, 'unless', (e) => e.unless.map((name) => `<${name}>`)),
    ...Object.entries(k.lexicons).map(([name, source]) => ({
      entry: k.lexicons,
      path: [name],
      source,
    })),
  ];
  return named.flatMap(({ entry, path, source }) =>
    missingLists(source, k.lexicons).map((name) => ({
      entry,
      path,
      what: `names the list '${name}', which is not in lexicons.yml`,
      todo: 'correct the name or add the list',
    })),
  );
}

/** Every regex of the knowledge compiles, repeats only within limits and uses only lists there are. */
export function checkPatterns(k: Knowledge): readonly Finding[] {
  const broken = patternsOf(k).flatMap(({ entry, path, source }) => {
    const fault = patternFault(source);
    return fault ? [{ entry, path, ...fault }] : [];
  });
  return [...broken, ...unknownLists(k)];
}
