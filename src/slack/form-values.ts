import { z } from 'zod';

const id = z.string().min(1).max(60);
const option = z.object({ value: z.string().max(150) });

/** What stands in one field of a form, whatever kind of field it is. */
const Field = z.object({
  value: z.string().max(3_000).nullish(),
  selected_option: option.nullish(),
  selected_options: z.array(option).max(100).nullish(),
  selected_users: z.array(id).max(100).nullish(),
  selected_conversations: z.array(id).max(100).nullish(),
});

/** A submitted form of choices. */
export const FormSubmission = z.object({
  user: z.object({ id }),
  view: z.object({
    callback_id: z.string().max(255),
    state: z.object({ values: z.record(z.string(), z.record(z.string(), Field)) }),
  }),
});

/** The fields of a submitted form, by block. */
export type FormValues = z.infer<typeof FormSubmission>['view']['state']['values'];

const fieldOf = (values: FormValues, block: string) => Object.values(values[block] ?? {})[0];

/** What was written in a field, without white space around it; empty for nothing. */
export const lineOf = (values: FormValues, block: string): string =>
  (fieldOf(values, block)?.value ?? '').trim();

/** What was chosen of a list; null for nothing. */
export const optionOf = (values: FormValues, block: string): string | null =>
  fieldOf(values, block)?.selected_option?.value ?? null;

/** What was ticked. */
export const checksOf = (values: FormValues, block: string): string[] =>
  (fieldOf(values, block)?.selected_options ?? []).map(({ value }) => value);

/** Which people were chosen. */
export const usersOf = (values: FormValues, block: string): string[] =>
  fieldOf(values, block)?.selected_users ?? [];

/** Which channels were chosen. */
export const channelsOf = (values: FormValues, block: string): string[] =>
  fieldOf(values, block)?.selected_conversations ?? [];
