import type { Submission } from '../payload.ts';

type Values = NonNullable<Submission['view']['state']>['values'];

/** Values chosen in one field of a modal; none when the field was left alone. */
export function chosen(values: Values, block: string): string[] {
  return Object.values(values[block] ?? {}).flatMap(({ selected_option, selected_options }) => [
    ...(selected_option ? [selected_option.value] : []),
    ...(selected_options ?? []).map(({ value }) => value),
  ]);
}

/** What was typed in one field of a modal, trimmed; empty when nothing was. */
export function typedIn(values: Values, block: string): string {
  const [field] = Object.values(values[block] ?? {});
  return (field?.value ?? '').trim();
}
