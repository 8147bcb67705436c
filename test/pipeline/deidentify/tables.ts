import { createDeidentifier } from '../../../src/pipeline/deidentify/deidentify.ts';
import type { Finding } from '../../../src/pipeline/deidentify/finding.ts';
import { normalise } from '../../../src/pipeline/deidentify/normalise.ts';
import { prepare, type Searched } from '../../../src/pipeline/deidentify/searched.ts';
import { loadNameTables } from '../../../src/weights/load-name-tables.ts';

export const tables = loadNameTables();
export const deidentify = createDeidentifier(tables);

/** What one recognizer finds in a text, as the words themselves. */
export function foundBy(recognize: (searched: Searched) => Finding[], raw: string): string[] {
  const { text } = normalise(raw);
  return recognize(prepare(text, tables)).map(({ start, end }) => text.slice(start, end));
}

/** The text after de-identification, or why it was refused. */
export function safe(raw: string, thread = {}): string {
  const result = deidentify(raw, thread);
  return result.ok ? result.text : result.why;
}
