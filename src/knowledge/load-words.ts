import { KnowledgeError } from './knowledge-error.ts';
import { openShelf } from './shelf.ts';

const HERE = new URL('./', import.meta.url);

/**
 * The product's sentences alone, for who has something to say even when other files are broken.
 * @throws KnowledgeError
 */
export function loadWords(): Readonly<Record<string, string>> {
  const shelf = openShelf(HERE);
  const words = shelf.table('words');
  if (shelf.faults.length > 0) throw new KnowledgeError(shelf.faults);
  return words;
}
