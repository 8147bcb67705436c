import { createHash } from 'node:crypto';
import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import type { CaseThread } from '../../pipeline/thread/case-thread.ts';
import { LIMITS } from '../limits.ts';
import { context, header, section } from './blocks.ts';
import { clamp } from './clamp.ts';
import { modal } from './modal.ts';
import { type PlaceValue, readPlaceValue } from './place-value.ts';
import { reply } from './reply.ts';
import { sharedRoot } from './shared-root.ts';
import type { ViewParts } from './view-parts.ts';

/** `callback_id` of the modal that shows what would be shared and asks where. */
export const SHARE_MODAL = 'share-case';
/** `block_id` and `action_id` of the choice of a channel. */
export const SHARE_CHANNEL = 'share-channel';

/** A channel somebody may share to. */
export interface ShareTarget {
  readonly id: string;
  readonly name: string;
}

/** What the modal carries: where the private case is, its id, and a mark of what was shown. */
export interface ShareValue extends PlaceValue {
  readonly mark: string;
}

const VALUE = /^(.{1,120}) ([\w-]{16})$/;
const MOST_CHANNELS = 100;
const MOST_PREVIEW = 80;

/** What stands in the channel, without the buttons that stand under it there. */
function posted(copy: CaseThread, parts: ViewParts): KnownBlock[] {
  const { assessment } = copy;
  const answer = assessment && reply({ kind: 'outdated', assessment }, copy, parts);
  return [
    ...sharedRoot(copy, parts).blocks,
    { type: 'divider' as const },
    ...(answer?.blocks ?? []),
  ]
    .filter(({ type }) => type !== 'actions')
    .map((block, index) => {
      const bare = { ...block, block_id: `shown-${index}` } as KnownBlock;
      if (bare.type !== 'section') return bare;
      const { accessory: _button, ...words } = bare;
      return words;
    });
}

/** A short mark of what is shown, by which a change is noticed; nothing can be read from it. */
function markOf(blocks: readonly KnownBlock[]): string {
  return createHash('sha256').update(JSON.stringify(blocks)).digest('base64url').slice(0, 16);
}

/** The mark of the case as it would be posted now. */
export function shareMark(copy: CaseThread, parts: ViewParts): string {
  return markOf(posted(copy, parts));
}

function choice(targets: readonly ShareTarget[], { say }: Pick<ViewParts, 'say'>): InputBlock {
  const plain = (text: string, max: number) => ({
    ...{ type: 'plain_text' as const, text: clamp(text, max), emoji: false },
  });
  return {
    type: 'input',
    block_id: SHARE_CHANNEL,
    label: plain(say('share.channel'), LIMITS.inputLabel),
    hint: plain(say('share.channel.hint'), LIMITS.inputLabel),
    element: {
      type: 'static_select',
      action_id: SHARE_CHANNEL,
      options: targets.slice(0, MOST_CHANNELS).map(({ id, name }) => ({
        ...{ text: plain(`#${name}`, LIMITS.buttonText), value: id },
      })),
    },
  };
}

/**
 * Asks where to share, over exactly what would be posted. `copy` is the case as it would stand there;
 * `place` where the private one is, with its case id.
 */
export function shareModal(
  copy: CaseThread,
  place: Omit<PlaceValue, 'turn'> & { readonly caseId: string },
  targets: readonly ShareTarget[],
  parts: ViewParts,
  changed = false,
): ModalView {
  const { say } = parts;
  const shown = posted(copy, parts);
  const { channel, thread, caseId } = place;
  return {
    ...modal(
      'share.title',
      [
        ...(changed ? [section('changed', say('share.changed'))] : []),
        section('intro', say('share.intro')),
        choice(targets, parts),
        context('who', [say('share.who')]),
        header('preview', say('share.preview')),
        ...shown.slice(0, MOST_PREVIEW),
      ],
      parts,
    ),
    callback_id: SHARE_MODAL,
    private_metadata: `${channel} ${thread} ${caseId} ${markOf(shown)}`,
    close: { type: 'plain_text', text: say('share.no'), emoji: false },
    submit: { type: 'plain_text', text: say('share.yes'), emoji: false },
  };
}

/** What the modal carries, or null when it is not there. */
export function readShareValue(metadata: string): ShareValue | null {
  const match = VALUE.exec(metadata);
  const place = readPlaceValue(match?.[1] ?? '');
  return place && match?.[2] ? { ...place, mark: match[2] } : null;
}
