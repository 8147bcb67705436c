import type { InputBlock } from '@slack/types';
import { LIMITS } from '../limits.ts';
import { clamp } from './clamp.ts';

/** A field to write in; `text` stands in it from the start and must be de-identified. */
export function textInput(
  id: string,
  parts: { label: string; hint?: string; text?: string; most: number; optional?: boolean },
): InputBlock {
  const plain = (text: string, max: number) => ({
    ...{ type: 'plain_text' as const, text: clamp(text, max), emoji: false },
  });
  return {
    type: 'input',
    block_id: id,
    label: plain(parts.label, LIMITS.inputLabel),
    optional: parts.optional ?? false,
    element: {
      ...{
        type: 'plain_text_input',
        action_id: `text-${id}`,
        multiline: true,
        max_length: parts.most,
      },
      ...(parts.text === undefined ? {} : { initial_value: parts.text }),
    },
    ...(parts.hint === undefined ? {} : { hint: plain(parts.hint, LIMITS.inputLabel) }),
  };
}
