import { z } from 'zod';
import type { Command } from './command.ts';
import { eachJsonLine, LineError, readAll } from './json-lines.ts';

const Line = z.object({
  id: z.union([z.string(), z.number()]).transform(String).optional(),
  text: z.string(),
  context: z.array(z.string()).optional(),
});

function toPhrase(value: Record<string, unknown>) {
  const parsed = Line.safeParse(value);
  if (!parsed.success || parsed.data.text.trim() === '') {
    throw new LineError('no-text', 'There is no phrase in this line. Write {"id":"…","text":"…"}.');
  }
  return parsed.data;
}

/** `lint`: checks phrases a therapist might say; one phrase a line, or JSON Lines with `--json`. */
export const lint: Command = {
  name: 'lint',
  usage: 'npm run -s lint -- [--json] [FILE|-]',
  flags: { json: 'boolean' },
  async run({ input, write, flags, engine: open }) {
    const engine = await open();
    if (flags.has('json')) {
      return eachJsonLine(input(), write, (value) => {
        const { id, text, context } = toPhrase(value);
        const { pass, errors, warnings } = engine.lint(text, context ?? []);
        return { ...(id === undefined ? {} : { id }), pass, errors, warnings };
      });
    }
    const phrases = (await readAll(input())).split(/\r?\n/).filter((line) => line.trim() !== '');
    if (phrases.length === 0)
      throw new LineError('no-text', 'There is no phrase. Write one a line.');
    for (const phrase of phrases) {
      const { pass, errors, warnings } = engine.lint(phrase, []);
      write(`${pass ? 'pass' : 'FAIL'}  ${phrase}`);
      if (errors.length > 0) write(`      errors: ${errors.join(', ')}`);
      if (warnings.length > 0) write(`      could be better: ${warnings.join(', ')}`);
    }
    return 0;
  },
};
