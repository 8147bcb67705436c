import type { KnownBlock } from '@slack/types';
import { LIMITS } from '../limits.ts';
import type { SlackMessage } from './blocks.ts';
import { clamp } from './clamp.ts';

function textOf(block: KnownBlock): string {
  if (block.type === 'section' || block.type === 'header') return block.text?.text ?? '';
  if (block.type !== 'context') return '';
  return block.elements.map((element) => ('text' in element ? element.text : '')).join(' · ');
}

/** A message as text alone, without buttons: what is posted when Slack refuses the blocks. */
export function plainText(message: SlackMessage): string {
  const lines = message.blocks.map(textOf).filter((line) => line !== '');
  return clamp(lines.join('\n\n') || message.text, LIMITS.messageText);
}
