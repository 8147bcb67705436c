import type { RedFlag } from '../../knowledge/knowledge.ts';
import { createPatternFinder } from '../text/pattern-finder.ts';

/**
 * Builds the search for signs that boundaries are slipping; each sign counts once, as the sentence
 * shown for it. Words in quotation marks may be the client's and are left out.
 */
export function createBoundaryFlags(flags: readonly RedFlag[]) {
  const boundary = flags.filter(({ kind }) => kind === 'boundary');
  const finder = createPatternFinder(boundary.map((of) => ({ of, patterns: of.patterns })));
  return (text: string): readonly string[] => {
    const own = text.replace(/[“"][^“”"]{0,300}[”"]/g, ' ').replace(/[’‘]/g, "'");
    const found = finder(own);
    return boundary.filter((flag) => found.has(flag)).map(({ shown }) => shown);
  };
}
