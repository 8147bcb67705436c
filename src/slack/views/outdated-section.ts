import type { KnownBlock } from '@slack/types';
import { isOutdated } from '../../pipeline/thread/apply-edit.ts';
import type { CaseThread } from '../../pipeline/thread/case-thread.ts';
import { actId } from './act-id.ts';
import { choice } from './blocks.ts';
import type { ViewParts } from './view-parts.ts';

/** One line and a button in front while a message of the case has changed since it was read. */
export function outdatedSection(kase: CaseThread, { say }: Pick<ViewParts, 'say'>): KnownBlock[] {
  if (!isOutdated(kase)) return [];
  const readAgain = { text: say('button.read-again'), does: actId('read-again'), value: kase.id };
  return [choice('outdated', say('thread.edited'), readAgain)];
}
