import type { ModalView } from '@slack/types';
import type { SafetyScreen } from '../../pipeline/outcome.ts';
import { section } from './blocks.ts';
import { modal } from './modal.ts';
import { safetyContent } from './safety-content.ts';
import type { ViewParts } from './view-parts.ts';

/**
 * One sentence in a modal, where a private note cannot be shown. When the text it is about raised
 * something open, the fixed safety content comes first.
 *
 * @param title a key of the words
 */
export function noteModal(
  title: string,
  text: string,
  safety: SafetyScreen | null,
  parts: ViewParts,
): ModalView {
  const open = safety !== null && safety.status === 'open';
  const first = open ? safetyContent(safety, parts) : [];
  return modal(title, [...first, section('note', text)], parts);
}
