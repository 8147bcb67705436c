import { fingerprint } from './fingerprint.ts';
import type { SafetyLabel } from './outcome.ts';
import type { Span } from './text/span.ts';

/** One label that the screen found, with places in the text instead of its words. */
export interface FoundLabel extends Omit<SafetyLabel, 'evidence'> {
  readonly at: readonly Span[];
}

/**
 * What the safety screen found in one text, kept beside it so that it need not be found again. It holds
 * no word: when the text is changed later, nothing of the old one is left here.
 */
export interface Screened {
  /** Stands for the text and the screen together; of any other text or screen this says nothing. */
  readonly mark: string;
  readonly found: readonly FoundLabel[];
}

const markOf = (text: string, version: string) => fingerprint(`${version}\n${text}`);

/**
 * What the screen found in a text, to be kept; null when some of its words stand nowhere in the text.
 *
 * @param version stands for everything that decides what the screen finds
 */
export function rememberScreen(
  text: string,
  labels: readonly SafetyLabel[],
  version: string,
): Screened | null {
  const found = labels.map(({ evidence, ...label }): FoundLabel => {
    const at = evidence.map((words) => {
      const start = text.indexOf(words);
      return { start, end: start + words.length };
    });
    return { ...label, at };
  });
  const stands = found.every(({ at }) => at.every(({ start }) => start >= 0));
  return stands ? { mark: markOf(text, version), found } : null;
}

/** The labels of this very text as this very screen has found them before, or null when it has not. */
export function recallScreen(
  text: string,
  kept: Screened | undefined,
  version: string,
): readonly SafetyLabel[] | null {
  if (kept?.mark !== markOf(text, version)) return null;
  return kept.found.map(({ id, status, at, ...label }) => ({
    ...{ id, status, evidence: at.map(({ start, end }) => text.slice(start, end)) },
    ...label,
  }));
}
