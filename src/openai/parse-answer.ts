import type { z } from 'zod';
import type { ModelFaultCode } from '../pipeline/language-model.ts';

/** An answer in its shape, or what is wrong with it in words a model can act on. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: ModelFaultCode; readonly faults: readonly string[] };

const MOST_FAULTS = 8;
const FENCED = /^```(?:json)?\s*\n([\s\S]*?)\n?```$/;
const THOUGHT = /^<think>[\s\S]*?<\/think>/;

/** Local models put the whole answer into a code fence, or think aloud first; prose is not taken off. */
function bare(text: string): string {
  const said = text.trim().replace(THOUGHT, '').trim();
  return FENCED.exec(said)?.[1] ?? said;
}

/**
 * Reads an answer as JSON of one shape. The faults name places and kinds, never values, so that they
 * can go into the one repair request.
 */
export function parseAnswer<T>(text: string, shape: z.ZodType<T>): Parsed<T> {
  let value: unknown;
  try {
    value = JSON.parse(bare(text));
  } catch {
    const faults = ['The answer was not one JSON object and nothing else.'];
    return { ok: false, code: 'invalid-json', faults };
  }
  const parsed = shape.safeParse(value);
  if (parsed.success) return { ok: true, value: parsed.data };
  const faults = parsed.error.issues
    .slice(0, MOST_FAULTS)
    .map((issue) => `${issue.path.join('.') || 'answer'}: ${issue.code}`);
  return { ok: false, code: 'invalid-shape', faults };
}
