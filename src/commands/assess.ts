import { z } from 'zod';
import { assessCase, type CaseInput } from './assess-case.ts';
import type { Command } from './command.ts';
import { eachJsonLine, LineError, readAll } from './json-lines.ts';
import { report } from './report.ts';

const Line = z.object({
  id: z.union([z.string(), z.number()]).transform(String).optional(),
  text: z.string().optional(),
  turns: z.array(z.object({ user: z.string(), text: z.string() })).optional(),
});

function toCase(value: Record<string, unknown>): CaseInput {
  const parsed = Line.safeParse(value);
  if (!parsed.success) {
    throw new LineError(
      'bad-shape',
      'Give {"id","text"} with text as a string, or "turns":[{"user","text"}].',
    );
  }
  const { id = '', text, turns } = parsed.data;
  const texts = [
    ...(text === undefined ? [] : [{ user: 'author', text }]),
    ...(turns ?? []).map((turn) => ({ ...turn, user: turn.user })),
  ];
  if (texts.length === 0) {
    throw new LineError('no-text', 'There is no "text" in this line. Write {"id":"…","text":"…"}.');
  }
  return { id, texts };
}

/** `assess`: text in, reading out; JSON Lines with `--json`. Without a model both modes are rules only. */
export const assess: Command = {
  name: 'assess',
  usage: 'npm run -s assess -- [--json] [--rules-only] [FILE|-]',
  flags: { json: 'boolean', 'rules-only': 'boolean' },
  async run({ input, write, flags, engine: open }) {
    const engine = open();
    const { stages, knowledge } = engine;
    const now = new Date();
    if (flags.has('json')) {
      return eachJsonLine(input(), write, (value) => assessCase(stages, toCase(value), now));
    }
    const text = await readAll(input());
    const assessed = assessCase(stages, { id: 'case', texts: [{ user: 'author', text }] }, now);
    write(report(assessed, knowledge, stages.say));
    return 0;
  },
};
