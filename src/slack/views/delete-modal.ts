import type { ModalView } from '@slack/types';
import type { ThreadKey } from '../../pipeline/message.ts';
import { section } from './blocks.ts';
import { modal } from './modal.ts';
import type { ViewParts } from './view-parts.ts';

/** `callback_id` of the modal that asks before deleting. */
export const DELETE_MODAL = 'delete-case';

const METADATA = /^([A-Z0-9]{2,30}) (\d{1,20}\.\d{1,10})$/;

/** Asks before deleting; carries only where the case lives. */
export function deleteModal(key: ThreadKey, { say }: Pick<ViewParts, 'say'>): ModalView {
  const blocks = [section('what', say('button.delete.confirm.text'))];
  return {
    ...modal('button.delete.confirm.title', blocks, { say }),
    callback_id: DELETE_MODAL,
    private_metadata: `${key.channel} ${key.thread}`,
    close: { type: 'plain_text', text: say('button.delete.confirm.no'), emoji: false },
    submit: { type: 'plain_text', text: say('button.delete.confirm.yes'), emoji: false },
  };
}

/** Channel and thread out of the modal's metadata, or null when they are not there. */
export function readDeleteModal(metadata: string): Pick<ThreadKey, 'channel' | 'thread'> | null {
  const match = METADATA.exec(metadata);
  return match?.[1] && match[2] ? { channel: match[1], thread: match[2] } : null;
}
