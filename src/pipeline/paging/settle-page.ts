import type { SafetyScreen } from '../outcome.ts';
import type { CaseThread } from '../thread/case-thread.ts';
import type { Page } from './page.ts';

/** The page once the author of the case has put it in hand; nothing else ends it but an acknowledgement. */
export function settlePage(
  page: Page,
  kase: Pick<CaseThread, 'inHand'>,
  safety: Pick<SafetyScreen, 'status'>,
): Page {
  if (page.state !== 'open' || safety.status === 'open') return page;
  const hand = kase.inHand.findLast(({ id, at }) => page.labels.includes(id) && at >= page.since);
  return hand === undefined ? page : { ...page, state: 'in-hand', by: hand.by, at: hand.at };
}

/** What became of somebody saying that they have it. */
export interface Acknowledged {
  readonly kind: 'acknowledged' | 'before';
  readonly page: Page;
}

/** Somebody has it; whoever was first stays named. */
export function acknowledgePage(page: Page, by: string, at: number): Acknowledged {
  if (page.state === 'acknowledged') return { kind: 'before', page };
  return { kind: 'acknowledged', page: { ...page, state: 'acknowledged', by, at } };
}
