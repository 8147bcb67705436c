import type { InputBlock, ModalView } from '@slack/types';
import type { Looked } from '../ways-in.ts';
import { context, section } from './blocks.ts';
import { modal } from './modal.ts';
import { removedWords } from './removed-words.ts';
import { textInput } from './text-input.ts';
import type { ViewParts } from './view-parts.ts';

/** `callback_id` of the form for a case. */
export const INTAKE_MODAL = 'case-form';

/** What is asked, in the order it is joined into one text; every field may stay empty. */
export const INTAKE_FIELDS = ['moment', 'feeling', 'part', 'work', 'tried', 'risk'] as const;
export type IntakeField = (typeof INTAKE_FIELDS)[number];

const ID = 'form-';
const MOST_LETTERS = 3_000;
const HINTED: readonly IntakeField[] = ['moment', 'feeling', 'part', 'work', 'risk'];

/** `block_id` of a field. */
export const fieldId = (field: IntakeField): string => `${ID}${field}`;

/** `action_id` by which Slack tells that somebody is typing in a field of the form. */
export const typingId = (field: IntakeField): string => `text-${fieldId(field)}`;

/** True for the `action_id` of a field of the form. */
export const isTyping = (actionId: string): boolean => actionId.startsWith(`text-${ID}`);

function field(name: IntakeField, { say }: Pick<ViewParts, 'say'>): InputBlock {
  const input = textInput(fieldId(name), {
    label: say(`form.${name}`),
    ...(HINTED.includes(name) ? { hint: say(`form.${name}.hint`) } : {}),
    most: MOST_LETTERS,
    optional: true,
  });
  const typing = { trigger_actions_on: ['on_character_entered' as const] };
  if (input.element.type !== 'plain_text_input') return input;
  return {
    ...input,
    dispatch_action: true,
    element: { ...input.element, dispatch_action_config: typing },
  };
}

/** What would be taken out of the words so far, by class and number; never the words themselves. */
function liveHint(looked: Looked | null, { say }: Pick<ViewParts, 'say'>): string {
  if (looked === null) return say('form.live.empty');
  if (looked.kind === 'refused') {
    return looked.why === 'empty' ? say('form.live.empty') : say(`form.error.${looked.why}`);
  }
  const removed = removedWords(looked.removed, say);
  return removed === '' ? say('form.live.none') : say('form.live.removed', { removed });
}

/**
 * The form for a case. It holds nothing of what is typed, so that an update leaves the fields as they
 * are; `looked` is what the words so far would become, or null before the first.
 */
export function intakeModal(looked: Looked | null, parts: Pick<ViewParts, 'say'>): ModalView {
  const { say } = parts;
  const [moment, ...rest] = INTAKE_FIELDS.map((name) => field(name, parts));
  return {
    ...modal(
      'form.title',
      [
        section('intro', say('form.intro')),
        ...(moment ? [moment] : []),
        context('live', [liveHint(looked, parts)]),
        ...rest,
      ],
      parts,
    ),
    callback_id: INTAKE_MODAL,
    close: { type: 'plain_text', text: say('form.close'), emoji: false },
    submit: { type: 'plain_text', text: say('form.send'), emoji: false },
  };
}

type Values = Readonly<
  Record<string, Readonly<Record<string, { value?: string | null | undefined }>>>
>;

/** What was typed, as one text in the order of the form, each part led in by its question. */
export function intakeText(values: Values, { say }: Pick<ViewParts, 'say'>): string {
  return INTAKE_FIELDS.flatMap((name) => {
    const [typed] = Object.values(values[fieldId(name)] ?? {});
    const text = (typed?.value ?? '').trim();
    return text === '' ? [] : [say(`form.lead.${name}`, { text })];
  }).join('\n');
}
