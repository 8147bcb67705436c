import type { Page } from './page.ts';

/** What was seen to be open just now. */
export type Raised = Pick<Page, 'key' | 'episode' | 'author' | 'since' | 'labels'>;

const union = (kept: readonly string[], added: readonly string[]) => [
  ...new Set([...kept, ...added]),
];

/**
 * The page of a thread after something open was seen in it. People are paged once for each matter: what
 * is seen again while they know, or by the same message, is no new one; a further label after somebody
 * has it, or anything after it was in hand, is.
 */
export function raisePage(page: Page | null, raised: Raised): Page {
  const fresh: Page = { ...raised, state: 'open', by: null, at: null, nags: 0, messages: [] };
  if (page === null) return fresh;
  if (page.episode === raised.episode) return page;
  const further = raised.labels.some((label) => !page.labels.includes(label));
  if (page.state === 'in-hand' || (page.state === 'acknowledged' && further)) {
    return raised.since > (page.at ?? 0) ? fresh : page;
  }
  return further ? { ...page, labels: union(page.labels, raised.labels) } : page;
}
