import { z } from 'zod';
import type { PlayAnswer } from '../pipeline/language-model.ts';
import { wireSchema } from './wire-schema.ts';

/** The wire schema of the rehearsing prompt. */
export const rehearseWire = wireSchema(z.object({ line: z.string(), wording: z.string() }));

const short = z.string().trim().min(1).max(900);

/** What the program accepts of an answer; the guard decides what of it may be shown. */
export const rehearseShape = z.object({
  line: short,
  wording: short,
}) satisfies z.ZodType<PlayAnswer>;
