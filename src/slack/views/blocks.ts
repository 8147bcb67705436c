import type {
  ActionsBlock,
  Button,
  ContextBlock,
  HeaderBlock,
  KnownBlock,
  SectionBlock,
} from '@slack/types';
import { LIMITS } from '../limits.ts';
import { clamp } from './clamp.ts';

/** A message as the Web API takes it; `text` is what notifications and old clients show. */
export interface SlackMessage {
  readonly text: string;
  readonly blocks: KnownBlock[];
}

/** What a button says, does and carries; `value` is an opaque id, never text. */
export interface ButtonParts {
  readonly text: string;
  readonly does: string;
  readonly value: string;
  readonly primary?: boolean;
  /** For screen readers, where `text` alone would not say enough. */
  readonly says?: string;
}

/** A section of Slack markup; mentions, channels and links in it are not made live. */
export function section(id: string, markup: string): SectionBlock {
  return {
    type: 'section',
    block_id: id,
    text: { type: 'mrkdwn', text: clamp(markup, LIMITS.sectionText), verbatim: true },
  };
}

/** A heading in plain text. */
export function header(id: string, text: string): HeaderBlock {
  return {
    type: 'header',
    block_id: id,
    text: { type: 'plain_text', text: clamp(text, LIMITS.headerText), emoji: false },
  };
}

/** Small print; empty lines are left out. */
export function context(id: string, lines: readonly string[]): ContextBlock {
  return {
    type: 'context',
    block_id: id,
    elements: lines
      .filter((line) => line !== '')
      .slice(0, LIMITS.contextElements)
      .map((line) => ({ type: 'mrkdwn', text: clamp(line, LIMITS.sectionText), verbatim: true })),
  };
}

/** One button; its `action_id` says what it does. */
function button(parts: ButtonParts): Button {
  return {
    type: 'button',
    action_id: parts.does,
    text: { type: 'plain_text', text: clamp(parts.text, LIMITS.buttonText), emoji: false },
    value: parts.value,
    ...(parts.primary ? { style: 'primary' as const } : {}),
    ...(parts.says === undefined
      ? {}
      : { accessibility_label: clamp(parts.says, LIMITS.accessibilityLabel) }),
  };
}

/** A section with one button at its side. */
export function choice(id: string, markup: string, parts: ButtonParts): SectionBlock {
  return { ...section(id, markup), accessory: button(parts) };
}

/** A row of buttons. */
export function actions(id: string, buttons: readonly ButtonParts[]): ActionsBlock {
  return {
    type: 'actions',
    block_id: id,
    elements: buttons.slice(0, LIMITS.actionsElements).map(button),
  };
}
