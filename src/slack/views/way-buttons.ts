import type { ButtonParts } from './blocks.ts';
import type { ViewParts } from './view-parts.ts';

/** `action_id`s of the buttons under welcome and help. */
export const OPEN_FORM = 'way-form';
export const SHOW_EXAMPLE = 'way-example';

/** The button that opens the form for a case. */
export function formButton({ say }: Pick<ViewParts, 'say'>): ButtonParts {
  const text = say('way.button.form');
  return { text, does: OPEN_FORM, value: 'form', primary: true, says: say('way.button.form.says') };
}

/** The button that shows what to write. */
export function exampleButton({ say }: Pick<ViewParts, 'say'>): ButtonParts {
  const text = say('way.button.example');
  return { text, does: SHOW_EXAMPLE, value: 'example', says: say('way.button.example.says') };
}
