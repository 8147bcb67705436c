import type {
  Checkboxes,
  InputBlock,
  MultiConversationsSelect,
  MultiUsersSelect,
  PlainTextElement,
  PlainTextInput,
  PlainTextOption,
  RadioButtons,
  StaticSelect,
} from '@slack/types';
import { LIMITS } from '../limits.ts';
import { clamp } from './clamp.ts';

/** What stands around a field; `id` becomes its `block_id`, and `field-<id>` its `action_id`. */
export interface FieldParts {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
}

/** One of several things to choose. */
export interface Choice {
  readonly value: string;
  readonly text: string;
}

type Element =
  | Checkboxes
  | MultiConversationsSelect
  | MultiUsersSelect
  | PlainTextInput
  | RadioButtons
  | StaticSelect;

const plain = (text: string, max: number): PlainTextElement => ({
  ...{ type: 'plain_text', text: clamp(text, max), emoji: false },
});
const option = ({ value, text }: Choice): PlainTextOption => ({
  ...{ text: plain(text, LIMITS.optionText), value },
});
const actionId = (id: string) => `field-${id}`;

function input({ id, label, hint }: FieldParts, element: Element, optional: boolean): InputBlock {
  return {
    ...{ type: 'input', block_id: id, optional, element },
    label: plain(label, LIMITS.inputLabel),
    ...(hint === undefined ? {} : { hint: plain(hint, LIMITS.inputLabel) }),
  };
}

/** One line to write in; what stands in it from the start may be an owner's own words, never a case. */
export function lineInput(parts: FieldParts, text: string, most: number): InputBlock {
  const given = clamp(text, most);
  return input(
    parts,
    {
      ...{ type: 'plain_text_input', action_id: actionId(parts.id), max_length: most },
      ...(given === '' ? {} : { initial_value: given }),
    },
    true,
  );
}

function oneOf(
  type: 'static_select' | 'radio_buttons',
  parts: FieldParts,
  choices: readonly Choice[],
  chosen: string,
): InputBlock {
  const options = choices.map(option);
  const first = options.find(({ value }) => value === chosen);
  return input(
    parts,
    {
      ...{ type, action_id: actionId(parts.id), options },
      ...(first ? { initial_option: first } : {}),
    },
    false,
  );
}

/** One of several, in a list that opens. */
export function selectInput(
  parts: FieldParts,
  choices: readonly Choice[],
  chosen: string,
): InputBlock {
  return oneOf('static_select', parts, choices, chosen);
}

/** One of a few, all of them in sight. */
export function radioInput(
  parts: FieldParts,
  choices: readonly Choice[],
  chosen: string,
): InputBlock {
  return oneOf('radio_buttons', parts, choices, chosen);
}

/** Any of a few, each on or off. */
export function checksInput(
  parts: FieldParts,
  choices: readonly Choice[],
  chosen: readonly string[],
): InputBlock {
  const options = choices.map(option);
  const on = options.filter(({ value }) => chosen.includes(value ?? ''));
  return input(
    parts,
    {
      ...{ type: 'checkboxes', action_id: actionId(parts.id), options },
      ...(on.length > 0 ? { initial_options: on } : {}),
    },
    true,
  );
}

/** People of the workspace. */
export function usersInput(parts: FieldParts, chosen: readonly string[]): InputBlock {
  const initial_users = chosen.slice(0, LIMITS.selected);
  return input(
    parts,
    {
      ...{ type: 'multi_users_select', action_id: actionId(parts.id) },
      ...{ max_selected_items: LIMITS.selected },
      ...(initial_users.length > 0 ? { initial_users } : {}),
    },
    true,
  );
}

/** Channels of the workspace that are not shared with another organisation; at most `most` of them. */
export function channelsInput(
  parts: FieldParts,
  chosen: readonly string[],
  most: number,
): InputBlock {
  const initial_conversations = chosen.slice(0, most);
  return input(
    parts,
    {
      ...{ type: 'multi_conversations_select', action_id: actionId(parts.id) },
      max_selected_items: most,
      filter: {
        include: ['public', 'private'],
        ...{ exclude_external_shared_channels: true, exclude_bot_users: true },
      },
      ...(initial_conversations.length > 0 ? { initial_conversations } : {}),
    },
    true,
  );
}
