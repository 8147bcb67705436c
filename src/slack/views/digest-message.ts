import type { TrendLines } from '../../pipeline/trends/trends-in-words.ts';
import { context, header, type SlackMessage, section } from './blocks.ts';
import { trendsBlocks, trendsImage } from './trends-modal.ts';
import type { ViewParts } from './view-parts.ts';

/** What the weekly digest tells. */
export interface Digest {
  /** The day the last finished week began, in words. */
  readonly week: string;
  readonly trends: readonly TrendLines[];
  /** Reviews that wait at this moment. */
  readonly waiting: number;
}

/** The weekly digest for the supervision channel; `file` is Slack's id of the picture, or null. */
export function digestMessage(
  { week, trends, waiting }: Digest,
  file: string | null,
  parts: Pick<ViewParts, 'say'>,
): SlackMessage {
  const { say } = parts;
  return {
    text: say('digest.notify', { week }),
    blocks: [
      header('digest', say('digest.title', { week })),
      section(
        'waiting',
        waiting === 0
          ? say('digest.none-waiting')
          : say('digest.waiting', { count: String(waiting) }),
      ),
      ...(file === null ? [] : [trendsImage(file, parts)]),
      ...trendsBlocks(trends, parts),
      context('digest-off', [say('digest.off')]),
    ],
  };
}
