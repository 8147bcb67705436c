import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { compileWording } from '../pipeline/safety/wording.ts';
import { KnowledgeError, type KnowledgeFault } from './knowledge-error.ts';
import type { SafetyExtra } from './safety-extra.ts';
import { parseYaml, type YamlFile } from './yaml-file.ts';

const HERE = new URL('./', import.meta.url);
const lines = z.string().transform((text) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean),
);
const wordingFile = z.record(
  z.string(),
  z.strictObject({ always: lines.default([]), open: lines, ask: lines }),
);
const listFile = z.record(
  z.string(),
  z.string().transform((text) => text.split(/\s+/).filter(Boolean)),
);
const phrases = z.string().transform((text) =>
  text
    .split(',')
    .map((phrase) => phrase.trim())
    .filter(Boolean),
);
const byLabel = z.record(z.string(), phrases);
const languageFile = z.record(
  z.string().length(2),
  z.strictObject({ name: z.string(), not: phrases, open: byLabel, ask: byLabel }),
);

function open(folder: URL, name: string): YamlFile {
  const file = parseYaml(name, readFileSync(new URL(name, folder), 'utf8'));
  if ('value' in file) return file;
  const todo = 'mend the indentation or quotes on this line or the one above';
  throw new KnowledgeError([
    { file: name, line: file.line, what: `cannot be read (${file.reason})`, todo },
  ]);
}

function fitted<T>(file: YamlFile, shape: z.ZodType<T>): T {
  const found = shape.safeParse(file.value);
  if (found.success) return found.data;
  throw new KnowledgeError(
    found.error.issues.map(({ path, message }) => ({
      file: file.name,
      line: file.line(path),
      what: `'${path.map(String).join('.')}' ${message}`,
      todo: 'compare it with the entries around it',
    })),
  );
}

function faultsIn(file: YamlFile, sources: readonly string[], lists: SafetyExtra['lists']) {
  return sources.flatMap((source): KnowledgeFault[] => {
    try {
      compileWording(source, lists);
      return [];
    } catch (error) {
      const what = `the wording '${source}' cannot be used: ${(error as Error).message}`;
      return [{ file: file.name, line: 1, what, todo: 'compare it with the notation above' }];
    }
  });
}

/**
 * Reads the wordings, word lists and foreign safety words that the safety screen needs.
 *
 * @param folder where the `.yml` files stand; by default those shipped with the product
 * @throws KnowledgeError naming file, line and what to do
 */
export function loadSafetyExtra(folder: URL = HERE): SafetyExtra {
  const lists = fitted(open(folder, 'safety-words.yml'), listFile);
  const names = readdirSync(folder).filter((name) => /^safety-wordings-.+\.yml$/.test(name));
  const faults: KnowledgeFault[] = [];
  const wordings = names.sort().flatMap((name) => {
    const file = open(folder, name);
    return Object.entries(fitted(file, wordingFile)).map(([id, rules]) => {
      faults.push(...faultsIn(file, [...rules.always, ...rules.open, ...rules.ask], lists));
      return { id, ...rules };
    });
  });
  if (faults.length > 0) throw new KnowledgeError(faults);
  const languages = Object.entries(fitted(open(folder, 'languages.yml'), languageFile)).map(
    ([code, rest]) => ({ code, ...rest }),
  );
  return { lists, wordings, languages };
}
