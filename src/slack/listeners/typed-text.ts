import type { Submission } from '../payload.ts';

type Values = NonNullable<Submission['view']['state']>['values'];

const place = (block: string) => Number(/\d{1,4}$/.exec(block)?.[0] ?? 0);

/** What stands in the fields of a modal, one under the other, by the number behind their block id. */
export function typedText(values: Values): string {
  return Object.entries(values)
    .toSorted(([a], [b]) => place(a) - place(b))
    .flatMap(([, block]) => Object.values(block).map(({ value }) => value ?? ''))
    .join('\n')
    .trim();
}
