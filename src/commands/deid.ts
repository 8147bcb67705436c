import { z } from 'zod';
import type { Engine } from '../build-stages.ts';
import type { Command } from './command.ts';
import { eachJsonLine, LineError, readAll } from './json-lines.ts';

const Line = z.object({
  id: z.union([z.string(), z.number()]).transform(String).optional(),
  text: z.string(),
});

const REFUSED = {
  leak: 'The text may still hold identifiers and was refused. Take out names, places and numbers.',
  'too-long': 'The text is longer than 40,000 characters. Cut it and try again.',
  failed: 'Identifiers could not be removed, so the text was refused.',
} as const;

function remove(engine: Engine, text: string) {
  const outcome = engine.stages.deidentify(text);
  if (!outcome.ok) throw new LineError(outcome.why, REFUSED[outcome.why]);
  return outcome;
}

/** `deid`: removes identifiers; prints the text as the bot would see it, or JSON Lines. */
export const deid: Command = {
  name: 'deid',
  usage: 'npm run -s deid -- [--json] [FILE|-]',
  flags: { json: 'boolean' },
  async run({ input, write, flags, engine: open }) {
    const engine = await open();
    if (flags.has('json')) {
      return eachJsonLine(input(), write, (value) => {
        const parsed = Line.safeParse(value);
        if (!parsed.success) {
          throw new LineError('no-text', 'There is no "text" in this line. Write {"id","text"}.');
        }
        const { text, removed } = remove(engine, parsed.data.text);
        const { id } = parsed.data;
        return { ...(id === undefined ? {} : { id }), text, removed };
      });
    }
    write(remove(engine, await readAll(input())).text);
    return 0;
  },
};
