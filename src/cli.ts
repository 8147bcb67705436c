import { parseArgs } from 'node:util';
import { buildStages } from './build-stages.ts';
import { assess } from './commands/assess.ts';
import type { Command } from './commands/command.ts';
import { deid } from './commands/deid.ts';
import { LineError, openInput } from './commands/json-lines.ts';
import { lint } from './commands/lint.ts';
import { codeOf } from './log.ts';

const COMMANDS: readonly Command[] = [assess, lint, deid];

const complain = (line: string) => process.stderr.write(`${line}\n`);

function usage(commands: readonly Command[]): 2 {
  complain(`Usage:\n${commands.map((command) => `  ${command.usage}`).join('\n')}`);
  return 2;
}

function parse(command: Command, argv: readonly string[]) {
  const options = Object.fromEntries(
    command.flags.map((flag) => [flag, { type: 'boolean' as const }]),
  );
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      options,
      allowPositionals: true,
    });
    return positionals.length > 1 ? null : { flags: new Set(Object.keys(values)), positionals };
  } catch {
    return null;
  }
}

/** Plain words for what stopped a command; never the text it was given. */
function explain(error: unknown): string {
  if (error instanceof LineError) return error.message;
  const code = codeOf(error);
  if (code === 'ENOENT')
    return 'That file does not exist. Check the path, or use - for standard input.';
  if (code === 'EISDIR') return 'That is a folder. Give a text file.';
  if (code === 'EACCES') return 'That file cannot be read. Check its permissions.';
  if (code === 'KnowledgeError' && error instanceof Error) return error.message;
  return `The command stopped (${code}).`;
}

async function main(argv: readonly string[]): Promise<number> {
  const [name, ...rest] = argv;
  const command = COMMANDS.find((known) => known.name === name);
  if (command === undefined) return usage(COMMANDS);
  const parsed = parse(command, rest);
  if (parsed === null) return usage([command]);
  try {
    const input = openInput(parsed.positionals[0]);
    const write = (line: string) => process.stdout.write(`${line}\n`);
    return await command.run({ input, write, flags: parsed.flags }, buildStages());
  } catch (error) {
    complain(explain(error));
    return 1;
  }
}

process.exitCode = await main(process.argv.slice(2));
