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
    ...from(k.info, 'told', (e) => e.told),
  ];
}

/** `*`, `+` and `{3,}` outside a character class and not escaped. */
const UNBOUNDED = /^(?:\\.|\[(?:\\.|[^\]\\])*\]|[^\\[*+{]|\{\d{1,3}(?:,\d{1,3})?\})*$/s;

function faultOf(source: string): Pick<Finding, 'what' | 'todo'> | null {
  try {
    new RegExp(source, 'i');
  } catch (error) {
    const why = error instanceof Error ? error.message : 'it is broken';
    return { what: `is no regular expression (${why})`, todo: 'mend the brackets or escapes' };
  }
  if (UNBOUNDED.test(source)) return null;
  return {
    what: 'repeats without a limit, which can be slow on long texts',
    todo: 'write a limit such as {0,40} in place of * or +',
  };
}

/** Every regex of the knowledge compiles and repeats only within limits. */
export function checkPatterns(k: Knowledge): readonly Finding[] {
  return patternsOf(k).flatMap(({ entry, path, source }) => {
    const fault = faultOf(source);
    return fault ? [{ entry, path, ...fault }] : [];
  });
}
