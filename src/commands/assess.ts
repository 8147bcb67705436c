import { z } from 'zod';
import type { Refine } from '../refine.ts';
import { assessRefined, type CaseInput, type Refiner } from './assess-case.ts';
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

/** Asks the model for a better reading; what it fails at is said once a case on standard error. */
function refinerOf(refine: Refine | null, complain: (line: string) => void): Refiner {
  if (refine === null) return async () => null;
  return async (turn) => {
    const refined = await refine(turn, new AbortController().signal);
    if (refined.ok) return refined.outcome.assessment;
    complain(refined.line);
    return null;
  };
}

/** An assessed case in the agreed shape of a line of JSON: what only people read is left out. */
function agreed(assessed: Awaited<ReturnType<typeof assessRefined>>) {
  const { phrases, innerCheck, consultation, withheld } = assessed.suggestions;
  return { ...assessed, suggestions: { phrases, innerCheck, consultation, withheld } };
}

/** `assess`: text in, reading out; JSON Lines with `--json`; `--rules-only` asks no model. */
export const assess: Command = {
  name: 'assess',
  usage: 'npm run -s assess -- [--json] [--rules-only] [FILE|-]',
  flags: { json: 'boolean', 'rules-only': 'boolean' },
  async run({ input, write, complain, flags, engine: open, model }) {
    const engine = await open();
    const { stages, knowledge } = engine;
    const now = new Date();
    const refined = refinerOf(flags.has('rules-only') ? null : await model(engine), complain);
    if (flags.has('json')) {
      return eachJsonLine(input(), write, async (value) =>
        agreed(await assessRefined(stages, toCase(value), now, refined)),
      );
    }
    const text = await readAll(input());
    const one = { id: 'case', texts: [{ user: 'author', text }] };
    write(report(await assessRefined(stages, one, now, refined), knowledge, stages.say));
    return 0;
  },
};
