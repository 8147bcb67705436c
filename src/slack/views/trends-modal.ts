import type { ImageBlock, KnownBlock, ModalView } from '@slack/types';
import type { TrendLines } from '../../pipeline/trends/trends-in-words.ts';
import { LIMITS } from '../limits.ts';
import { context, section } from './blocks.ts';
import { clamp } from './clamp.ts';
import { bold, bullet, lines, plain } from './markup.ts';
import { modal } from './modal.ts';
import type { ViewParts } from './view-parts.ts';

/** The picture of the trends; `file` is Slack's id of it. */
export function trendsImage(file: string, { say }: Pick<ViewParts, 'say'>): ImageBlock {
  return {
    ...{ type: 'image', block_id: 'picture', slack_file: { id: file } },
    alt_text: clamp(say('trends.alt'), LIMITS.altText),
  };
}

/** The trends as text, one section a list. */
export function trendsBlocks(
  all: readonly TrendLines[],
  { say }: Pick<ViewParts, 'say'>,
): KnownBlock[] {
  if (all.length === 0) return [section('nothing', say('trends.nothing'))];
  return [
    ...all.map(({ id, title, lines: rows }) =>
      section(`trends-${id}`, lines([bold(title), ...rows.map((row) => bullet(plain(row, 400)))])),
    ),
    context('rule', [say('trends.rule')]),
  ];
}

/** The trends to look at, the picture above its figures; without one the figures alone. */
export function trendsModal(
  all: readonly TrendLines[],
  file: string | null,
  parts: Pick<ViewParts, 'say'>,
): ModalView {
  const picture = file === null ? [] : [trendsImage(file, parts)];
  return modal('trends.title', [...picture, ...trendsBlocks(all, parts)], parts);
}
