import { z } from 'zod';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { ClassifyAnswer } from '../pipeline/language-model.ts';
import { type WireSchema, wireSchema } from './wire-schema.ts';

const sure = z.enum(['clear', 'likely', 'thin']);
const whose = z.enum(['patient', 'therapist', 'both', 'frame', 'someone-else']);
const direction = z.enum(['withdrawal', 'confrontation', 'mixed', 'none']);
const risk = z.enum(['open', 'ask']);
const verdict = z.enum(['confirm', 'contest']);
const reason = z.enum([
  'none',
  'not-told',
  'someone-else',
  'denied',
  'past',
  'ordinary-work',
  'other-marker',
]);

/** The wire schema of the classifying prompt: every choice is a closed list, ids included. */
export function classifyWire(taxonomy: Knowledge['taxonomy']): WireSchema {
  const ids = (safety: boolean) =>
    z.enum(taxonomy.filter(({ family }) => (family === 'safety') === safety).map(({ id }) => id));
  const quotes = z.array(z.string());
  return wireSchema(
    z.object({
      notes: z.string(),
      labels: z.array(z.object({ quotes, id: ids(false), whose, sure })),
      verdicts: z.array(z.object({ id: z.string(), verdict, reason })),
      directionQuotes: quotes,
      direction,
      enoughInfo: z.boolean(),
      safety: z.array(z.object({ quotes, id: ids(true), status: risk })),
      instructions: quotes,
    }),
  );
}

const id = z.string().max(80);
const quotes = z.array(z.string().max(2000)).max(12);

/**
 * What the program accepts of an answer. Ids are any short string, because not every server enforces
 * the schema: reconciliation drops and counts the unknown ones instead of losing the whole answer.
 */
export const classifyShape = z.object({
  labels: z.array(z.object({ id, sure, whose, quotes })).max(40),
  verdicts: z.array(z.object({ id, verdict, reason })).max(40),
  direction,
  directionQuotes: quotes,
  enoughInfo: z.boolean(),
  safety: z.array(z.object({ id, status: risk, quotes })).max(26),
  instructions: quotes,
}) satisfies z.ZodType<ClassifyAnswer>;
