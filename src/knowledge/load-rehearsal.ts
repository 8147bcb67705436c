import { z } from 'zod';
import { patternFault } from './check-patterns.ts';
import { checkRehearsal } from './check-rehearsal.ts';
import type { Knowledge } from './knowledge.ts';
import { KnowledgeError } from './knowledge-error.ts';
import type * as r from './rehearsal-knowledge.ts';
import { type Finding, openShelf } from './shelf.ts';

const text = z.string().min(1);
const ids = z.array(text);
const sourced = {
  id: text,
  src: ids.min(1),
  flag: z.enum(['S', 'V', 'V2', 'K', 'D']),
};

const line = z.strictObject({ id: text, voice: z.enum(['plain', 'teen']), only: ids, text });

const leads = z.strictObject({
  opens: text,
  partly: text,
  stays: text,
  presses: text,
  hurts: text,
});

const branch = z.strictObject({
  ...sourced,
  directions: z.array(z.enum(['withdrawal', 'confrontation', 'mixed', 'none'])),
  for: ids,
  machines: ids.min(1),
  start: text,
  scenes: z.record(
    z.string(),
    z.strictObject({
      stage: text,
      wants: ids.min(1),
      leads: leads.optional(),
      lines: z.array(line).min(2),
    }),
  ),
}) satisfies z.ZodType<r.Branch>;

const strength = z.strictObject({
  ...sourced,
  principle: text,
  weight: z.int().min(1).max(2),
  patterns: ids.min(1),
  shown: z.strictObject({ worked: text, try: text, why: text }),
}) satisfies z.ZodType<r.Strength>;

const pull = z.strictObject({
  ...sourced,
  effect: z.enum(['hurts', 'presses', 'crowds']),
  strength: text,
  faults: ids.min(1),
  patterns: ids,
  shown: z.strictObject({ try: text, why: text }),
}) satisfies z.ZodType<r.Pull>;

const request = z.strictObject({
  wish: z.enum(['stop', 'again', 'hint']),
  patterns: ids.min(1),
}) satisfies z.ZodType<r.RehearsalRequest>;

/** Every pattern compiles and repeats only within limits. */
function checkRehearsalPatterns({ strengths, pulls, requests }: r.RehearsalKnowledge): Finding[] {
  return [...strengths, ...pulls, ...requests].flatMap((entry) =>
    entry.patterns.flatMap((source, at) => {
      const fault = patternFault(source);
      return fault ? [{ entry, path: ['patterns', at], ...fault }] : [];
    }),
  );
}

/**
 * Reads and checks what a rehearsal is played from.
 *
 * @param knowledge what its ids point to
 * @param folder where the `.yml` files stand; by default those shipped with the product
 * @throws KnowledgeError listing every fault with file, line and what to do
 */
export function loadRehearsal(
  knowledge: Knowledge,
  folder = new URL('./', import.meta.url),
): r.RehearsalKnowledge {
  const shelf = openShelf(folder);
  const played = {
    branches: shelf.list('rehearsal', branch),
    strengths: shelf.list('rehearsal-strengths', strength),
    pulls: shelf.list('rehearsal-pulls', pull),
    requests: shelf.list('rehearsal-requests', request),
  };
  if (shelf.faults.length === 0) {
    const findings = [...checkRehearsal(knowledge, played), ...checkRehearsalPatterns(played)];
    for (const finding of findings) shelf.report(finding);
  }
  if (shelf.faults.length > 0) throw new KnowledgeError(shelf.faults);
  return played;
}
