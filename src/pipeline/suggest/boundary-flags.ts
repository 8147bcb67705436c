import type { RedFlag } from '../../knowledge/knowledge.ts';

/**
 * Builds the search for signs that boundaries are slipping; each sign counts once, as the sentence
 * shown for it. Words in quotation marks may be the client's and are left out.
 */
export function createBoundaryFlags(flags: readonly RedFlag[]) {
  const ready = flags
    .filter(({ kind }) => kind === 'boundary')
    .map(({ shown, patterns }) => ({
      shown,
      patterns: patterns.map((source) => new RegExp(source, 'i')),
    }));
  return (text: string): readonly string[] => {
    const own = text.replace(/[“"][^“”"]{0,300}[”"]/g, ' ').replace(/[’‘]/g, "'");
    return ready
      .filter(({ patterns }) => patterns.some((pattern) => pattern.test(own)))
      .map(({ shown }) => shown);
  };
}
