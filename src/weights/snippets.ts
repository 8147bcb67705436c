import { readdirSync, readFileSync } from 'node:fs';

/** One labelled snippet of one to three sentences. */
export interface Snippet {
  readonly text: string;
  /** Taxonomy ids without safety; empty when it shows none. */
  readonly labels: readonly string[];
  /** Name of the file, which stands for its author. */
  readonly author: string;
}

/** A whole write-up for choosing thresholds. */
export interface WriteUp {
  readonly id: string;
  readonly text: string;
  readonly required: readonly string[];
  readonly acceptable: readonly string[];
  readonly forbidden: readonly string[];
  readonly direction: string;
}

/** The objects of a JSON Lines file. */
export const jsonLines = <T>(file: URL): T[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);

const isLabel = (id: string) => !id.startsWith('sf-');

/** Snippets for the reader from every file of a folder, in the order of names; safety-only files are passed over. */
export function readSnippets(folder: URL): Snippet[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) =>
      jsonLines<{ text: string; labels?: string[] }>(new URL(name, folder)).flatMap(
        ({ text, labels }) =>
          labels === undefined ? [] : [{ text, labels: labels.filter(isLabel), author: name }],
      ),
    );
}

/** Whole write-ups of a folder, in the order of names; files of other kinds are passed over. */
export function readWriteUps(folder: URL): WriteUp[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('-cases.jsonl'))
    .sort()
    .flatMap((name) => jsonLines<WriteUp>(new URL(name, folder)));
}
