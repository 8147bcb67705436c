import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { ClassifyAnswer, ModelUsage } from '../../src/pipeline/language-model.ts';

/** What a model answered on one text; written at once, so that a stopped run goes on where it was. */
export interface KeptAnswer {
  readonly key: string;
  readonly answer: ClassifyAnswer;
  readonly usage: ModelUsage;
  /** Milliseconds the answer took. */
  readonly ms: number;
}

/** Answers by key, in a file. */
export interface Answers {
  get(key: string): KeptAnswer | undefined;
  add(answer: KeptAnswer): void;
}

/** Key of a request: another model, prompt, text or claim is another request. */
export const keyOf = (model: string, prompts: string, input: object) =>
  createHash('sha256')
    .update(JSON.stringify([model, prompts, input]))
    .digest('hex')
    .slice(0, 20);

function parsed(line: string): KeptAnswer[] {
  try {
    return line.trim() === '' ? [] : [JSON.parse(line) as KeptAnswer];
  } catch {
    // The line that a stopped run was writing: its text is simply asked about again.
    return [];
  }
}

/** Opens a JSON Lines file of answers, or starts one. */
export function openAnswers(path: string): Answers {
  mkdirSync(dirname(path), { recursive: true });
  const written = existsSync(path) ? readFileSync(path, 'utf8') : '';
  if (written !== '' && !written.endsWith('\n')) appendFileSync(path, '\n');
  const known = new Map(
    written
      .split('\n')
      .flatMap(parsed)
      .map((answer) => [answer.key, answer]),
  );
  return {
    get: (key) => known.get(key),
    add: (answer) => {
      known.set(answer.key, answer);
      appendFileSync(path, `${JSON.stringify(answer)}\n`);
    },
  };
}
