import { createMayMatch } from './may-match.ts';
import { neededParts } from './needed-parts.ts';

/** One pattern of something, compiled when a text first holds what it needs. */
interface LatePattern<T> {
  readonly of: T;
  readonly source: string;
  compiled?: RegExp;
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
  let near: ReturnType<typeof createMayMatch<LatePattern<T>>> | undefined;
  const late = () =>
    all.flatMap(({ of, patterns }) =>
      patterns.map((source) => [{ of, source } as LatePattern<T>, neededParts(source)] as const),
    );
  return (text) => {
    near ??= createMayMatch(late());
    const found = new Set<T>();
    for (const pattern of near(text.toLowerCase()))
      if (!found.has(pattern.of) && holds(pattern, text)) found.add(pattern.of);
    return found;
  };
}
