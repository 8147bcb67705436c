import type { KnownBlock } from '@slack/types';
import type { CaseThread } from '../../pipeline/thread/case-thread.ts';
import { context } from './blocks.ts';
import type { ViewParts } from './view-parts.ts';

/** That the clinician corrected the reading above, and to what; nothing when they did not. */
export function correctedSection(
  { correction }: Pick<CaseThread, 'correction'>,
  { say }: Pick<ViewParts, 'say'>,
): KnownBlock[] {
  if (correction === null) return [];
  const { direction } = correction;
  const text =
    direction === null
      ? say('correction.shown.labels')
      : say('correction.shown', { direction: say(`direction.${direction}`) });
  return [context('corrected', [text])];
}
