import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';

/** Reads the concept lists: concept to its phrases. */
export function readConcepts(file: URL): Record<string, string[]> {
  const lists = load(readFileSync(file, 'utf8')) as Record<string, string>;
  return Object.fromEntries(
    Object.entries(lists).map(([concept, phrases]) => [
      concept,
      phrases.split(',').map((phrase) => phrase.trim()),
    ]),
  );
}
