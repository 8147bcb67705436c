import type { InputBlock, PlainTextOption, SectionBlock } from '@slack/types';
import { LIMITS } from '../limits.ts';
import { section } from './blocks.ts';
import { clamp } from './clamp.ts';

/** One of the things that can be chosen; `value` is an id, never text. */
interface Choice {
  readonly text: string;
  readonly value: string;
}

const plainText = (text: string, max: number) => ({
  ...{ type: 'plain_text' as const, text: clamp(text, max), emoji: false },
});

const optionOf = ({ text, value }: Choice): PlainTextOption => ({
  text: plainText(text, LIMITS.optionText),
  value,
});

interface Select {
  readonly does: string;
  readonly placeholder: string;
  readonly choices: readonly Choice[];
  /** The one that stands chosen. */
  readonly chosen?: string | null;
}

function element({ does, placeholder, choices, chosen = null }: Select) {
  const standing = choices.find(({ value }) => value === chosen);
  return {
    type: 'static_select' as const,
    action_id: does,
    placeholder: plainText(placeholder, LIMITS.placeholder),
    options: choices.map(optionOf),
    ...(standing === undefined ? {} : { initial_option: optionOf(standing) }),
  };
}

/** A section with a list to choose from at its side. */
export function selectBeside(id: string, markup: string, select: Select): SectionBlock {
  return { ...section(id, markup), accessory: element(select) };
}

/** A field of a modal with a list to choose from. */
export function selectInput(
  id: string,
  { label, hint, ...select }: Select & { readonly label: string; readonly hint: string },
): InputBlock {
  return {
    ...{ type: 'input', block_id: id, element: element(select) },
    label: plainText(label, LIMITS.inputLabel),
    hint: plainText(hint, LIMITS.inputLabel),
  };
}
