import { z } from 'zod';
import type { SuggestAnswer } from '../pipeline/language-model.ts';
import { wireSchema } from './wire-schema.ts';

const line = z.string();
const parts = (text: z.ZodString) =>
  z.object({
    moment: text,
    sides: text,
    frame: text,
    workingGuess: text,
    wouldChangeOurMind: text,
  });

/** The wire schema of the suggesting prompt. */
export const suggestWire = wireSchema(
  z.object({
    phrases: z.array(z.object({ intervention: line, text: line })),
    formulation: parts(line),
  }),
);

const short = z.string().trim().max(900);

/** What the program accepts of an answer; the guard decides what of it may be shown. */
export const suggestShape = z.object({
  phrases: z.array(z.object({ intervention: z.string().max(80), text: short.min(1) })).max(12),
  formulation: parts(short),
}) satisfies z.ZodType<SuggestAnswer>;
