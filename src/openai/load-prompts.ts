import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { z } from 'zod';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { PromptId } from '../pipeline/language-model.ts';
import { knowledgeSlots } from './knowledge-slots.ts';

/** A prompt ready to be sent: its unchanging part, and the template of what changes with the case. */
interface Prompt {
  readonly id: PromptId;
  /** `id.version.hash`; the hash covers every byte that is sent ahead of the case. */
  readonly version: string;
  readonly prefix: string;
  readonly template: string;
}

export type Prompts = Readonly<Record<PromptId, Prompt>>;

const FOLDER = new URL('../../prompts/', import.meta.url);
const CASE = '\n<!-- case -->\n';
const FRONT = /^---\n([\s\S]*?)\n---\n/;
const SLOT = /\{\{(\w{1,40})\}\}/g;

const Front = z.strictObject({
  id: z.enum(['classify', 'suggest', 'rehearse']),
  version: z.number().int().positive(),
  schema: z.enum(['classify', 'suggest', 'rehearse']),
});

/** A prompt file cannot be used; the message says which and what to do. */
export class PromptError extends Error {
  override readonly name = 'PromptError';

  constructor(file: string, todo: string) {
    super(`prompts/${file}: ${todo}`);
  }
}

function filled(file: string, text: string, slots: Readonly<Record<string, string>>): string {
  return text.replace(SLOT, (_, name: string) => {
    const value = slots[name];
    if (value === undefined) throw new PromptError(file, `there is no slot named '${name}'`);
    return value;
  });
}

function loadPrompt(id: PromptId, folder: URL, slots: Readonly<Record<string, string>>): Prompt {
  const file = `${id}.md`;
  const text = readFileSync(new URL(file, folder), 'utf8');
  const front = FRONT.exec(text);
  const parsed = Front.safeParse(front ? load(front[1] ?? '') : null);
  if (front === null || !parsed.success) {
    throw new PromptError(file, 'begin with front matter: id, version (a number), schema');
  }
  if (parsed.data.id !== id || parsed.data.schema !== id) {
    throw new PromptError(file, `id and schema must be '${id}'`);
  }
  const [head, template] = text.slice(front[0].length).split(CASE);
  if (head === undefined || template === undefined) {
    throw new PromptError(file, 'put a line <!-- case --> ahead of the part that changes');
  }
  const prefix = filled(file, head.trim(), slots);
  const hash = createHash('sha256').update(prefix).update(template).digest('hex').slice(0, 8);
  return { id, version: `${id}.${parsed.data.version}.${hash}`, prefix, template };
}

/**
 * Reads every prompt once and fills its unchanging part from the knowledge, so that it is the same,
 * byte for byte, in every request.
 *
 * @throws PromptError when a file lacks its front matter or its parts
 */
export function loadPrompts(knowledge: Knowledge, folder: URL = FOLDER): Prompts {
  const slots = knowledgeSlots(knowledge);
  return {
    classify: loadPrompt('classify', folder, slots),
    suggest: loadPrompt('suggest', folder, slots),
    rehearse: loadPrompt('rehearse', folder, slots),
  };
}
