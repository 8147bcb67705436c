import { neededParts } from './needed-parts.ts';
import { createPartFinder, KEY } from './part-finder.ts';
import { tellingGroup } from './pattern-shape.ts';

/** One pattern of something, compiled when a text first holds what it needs. */
interface LatePattern<T> {
  readonly of: T;
  readonly source: string;
  compiled?: RegExp;
}

/** The parts one of which has to be met for a pattern to be tried; none where none is long enough. */
function partsOf({ source }: { readonly source: string }): readonly string[] {
  const parts = tellingGroup(neededParts(source));
  return parts.every(({ length }) => length >= KEY) ? parts : [];
}

/** Patterns by the parts one of which each of them needs, and those of which no such part is known. */
function sorted<T>(patterns: readonly LatePattern<T>[]) {
  const keyed = patterns.map((pattern) => ({ pattern, parts: partsOf(pattern) }));
  const pairs = keyed.flatMap(({ pattern, parts }) => parts.map((part) => ({ part, pattern })));
  const byPart = Map.groupBy(pairs, ({ part }) => part);
  return {
    always: keyed.filter(({ parts }) => parts.length === 0).map(({ pattern }) => pattern),
    byPart,
    partsIn: createPartFinder(byPart.keys()),
  };
}

function holds<T>(pattern: LatePattern<T>, text: string): boolean {
  pattern.compiled ??= new RegExp(pattern.source, 'i');
  return pattern.compiled.test(text);
}

/**
 * Builds the finder of everything of which one of its patterns (without regard to capitals) matches in a
 * text. Only patterns whose needed parts stand in the text are tried at all.
 */
export function createPatternFinder<T>(
  all: readonly { readonly of: T; readonly patterns: readonly string[] }[],
): (text: string) => ReadonlySet<T> {
  let ready: ReturnType<typeof sorted<T>> | undefined;
  return (text) => {
    ready ??= sorted(all.flatMap(({ of, patterns }) => patterns.map((source) => ({ of, source }))));
    const { always, byPart, partsIn } = ready;
    const near = new Set(always);
    for (const part of partsIn(text.toLowerCase()))
      for (const { pattern } of byPart.get(part) ?? []) near.add(pattern);
    const found = new Set<T>();
    for (const pattern of near)
      if (!found.has(pattern.of) && holds(pattern, text)) found.add(pattern.of);
    return found;
  };
}
