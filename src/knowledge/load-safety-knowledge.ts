import type { Knowledge } from './knowledge.ts';
import { KnowledgeError } from './knowledge-error.ts';
import { loadSafetyExtra } from './load-safety-extra.ts';
import type { SafetyExtra } from './safety-extra.ts';
import * as shapes from './shapes.ts';
import { openShelf } from './shelf.ts';

const HERE = new URL('./', import.meta.url);

/**
 * Reads only what the safety screen needs, for fitting its weights and scoring it.
 *
 * @throws KnowledgeError listing every fault with file, line and what to do
 */
export function loadSafetyKnowledge(
  folder: URL = HERE,
): Pick<Knowledge, 'safety' | 'context' | keyof SafetyExtra> {
  const shelf = openShelf(folder);
  const safety = shelf.list('safety', shapes.safetyRule);
  const context = shelf.one('context', shapes.context);
  if (shelf.faults.length > 0) throw new KnowledgeError(shelf.faults);
  return { safety, context, ...loadSafetyExtra(folder) };
}
