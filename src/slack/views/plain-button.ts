import type { PlainTextElement } from '@slack/types';
import { LIMITS } from '../limits.ts';
import { clamp } from './clamp.ts';

/** The words of a modal's own buttons. */
export const plainButton = (text: string): PlainTextElement => ({
  ...{ type: 'plain_text', text: clamp(text, LIMITS.modalTitle), emoji: false },
});
