import { z } from 'zod';

/** A JSON schema as it goes over the wire. */
export type WireSchema = Readonly<Record<string, unknown>>;

/**
 * The JSON schema that servers enforce. It stays within what all of them understand: objects with
 * every field required and nothing else allowed, strings, booleans, arrays, enums (llm.md 1.3).
 * Lengths, ranges and everything that depends on the case are checked afterwards by the program.
 */
export function wireSchema(shape: z.ZodObject): WireSchema {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, { target: 'draft-7' });
  return schema;
}
