import { AUTHOR, KEY } from './builders.ts';
import type { FakeSlack } from './fake-slack.ts';

/** What somebody puts into one field of a form. */
export interface Entered {
  readonly line?: string;
  readonly option?: string;
  readonly options?: readonly string[];
  readonly users?: readonly string[];
  readonly channels?: readonly string[];
}

const options = (values: readonly string[]) => values.map((value) => ({ value }));

function fieldOf({ line, option, options: ticked, users, channels }: Entered) {
  if (line !== undefined) return { type: 'plain_text_input', value: line };
  if (option !== undefined) return { type: 'static_select', selected_option: { value: option } };
  if (ticked !== undefined) return { type: 'checkboxes', selected_options: options(ticked) };
  if (users !== undefined) return { type: 'multi_users_select', selected_users: users };
  return { type: 'multi_conversations_select', selected_conversations: channels ?? [] };
}

/** Submits the form that was opened last, as Slack does: every field by its block and action. */
export function submitForm(
  slack: FakeSlack,
  fields: Readonly<Record<string, Entered>>,
  user: string = AUTHOR,
) {
  const { callback_id } = slack.modal();
  const values = Object.entries(fields).map(([block, entered]) => [
    block,
    { [`field-${block}`]: fieldOf(entered) },
  ]);
  return slack.send({
    ...{ type: 'view_submission', user: { id: user, team_id: KEY.team }, team: { id: KEY.team } },
    view: {
      ...{ id: 'V01', type: 'modal', callback_id, private_metadata: '' },
      state: { values: Object.fromEntries(values) },
    },
  });
}
