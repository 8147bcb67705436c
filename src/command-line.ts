import { parseArgs } from 'node:util';
import { assess } from './commands/assess.ts';
import { auditCommand } from './commands/audit.ts';
import { backupCommand } from './commands/backup.ts';
import { type Command, type CommandContext, UsageError } from './commands/command.ts';
import { deid } from './commands/deid.ts';
import { doctorCommand } from './commands/doctor.ts';
import { exportCorrectionsCommand } from './commands/export-corrections.ts';
import { forgetCommand } from './commands/forget.ts';
import { openInput } from './commands/json-lines.ts';
import { knowledgeCommand } from './commands/knowledge.ts';
import { lint } from './commands/lint.ts';
import { newKeyCommand } from './commands/new-key.ts';
import { rotateKeysCommand } from './commands/rotate-keys.ts';
import { modelEnv, readSlackAccess, readStateConfig } from './config.ts';
import { codeOf } from './log.ts';

const COMMANDS: readonly Command[] = [
  assess,
  lint,
  deid,
  doctorCommand,
  backupCommand,
  newKeyCommand,
  rotateKeysCommand,
  forgetCommand,
  auditCommand,
  knowledgeCommand,
  exportCorrectionsCommand,
];
/** Faults whose message is written by us, says what to do and holds nothing from outside. */
const PLAIN = new Set(['LineError', 'KnowledgeError', 'StateError', 'ConfigError']);
const FILE_FAULTS: Readonly<Record<string, string>> = {
  ENOENT: 'That file does not exist. Check the path, or use - for standard input.',
  EISDIR: 'That is a folder. Give a text file.',
  EACCES: 'That file cannot be read. Check its permissions.',
};

const complain = (line: string) => process.stderr.write(`${line}\n`);

function usage(commands: readonly Command[], why?: string): 2 {
  if (why) complain(why);
  complain(`Usage:\n${commands.map((command) => `  ${command.usage}`).join('\n')}`);
  return 2;
}

/** Flags and FILE as written. @throws UsageError for anything the command does not know */
function parse(command: Command, argv: readonly string[]) {
  const flags = Object.entries(command.flags).map(([name, type]) => [name, { type }] as const);
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      options: Object.fromEntries(flags),
      allowPositionals: true,
    });
    if (positionals.length > 1) throw new UsageError('Give one file at most.');
    return { flags: new Map(Object.entries(values)), file: positionals[0] };
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError('That option is not known.');
  }
}

/** Plain words for what stopped a command; never the text it was given. */
function explain(error: unknown): string {
  if (error instanceof Error && PLAIN.has(error.name)) return error.message;
  const code = codeOf(error);
  return FILE_FAULTS[code] ?? `The command stopped (${code}).`;
}

/** Everything a command may ask for; what is heavy is loaded only when it is asked for. */
function contextOf({ flags, file }: ReturnType<typeof parse>): CommandContext {
  return {
    input: () => openInput(file),
    write: (line) => process.stdout.write(`${line}\n`),
    flags: flags as CommandContext['flags'],
    complain,
    env: process.env,
    engine: async () => (await import('./build-stages.ts')).buildStages(),
    model: async (engine) => {
      const { openModel } = await import('./open-model.ts');
      return (await openModel(modelEnv(process.env), engine))?.refine ?? null;
    },
    state: async () => {
      const { openState } = await import('./state/open-state.ts');
      return openState({ ...readStateConfig(process.env), works: false });
    },
    retentionMs: () => readStateConfig(process.env).retentionMs,
    dataFile: () => {
      const { redisUrl, path } = readStateConfig(process.env);
      return redisUrl ? null : path;
    },
    remover: async ({ records }, team) => {
      const installed = await records.read({ team, kind: 'installation', id: '' });
      const token = installed?.token ?? readSlackAccess(process.env)?.token;
      const { openRemover } = await import('./slack/open-remover.ts');
      return token ? openRemover(token, process.env.SLACK_API_URL || undefined) : null;
    },
    now: () => new Date(),
  };
}

async function main(argv: readonly string[]): Promise<number> {
  const [name, ...rest] = argv;
  const command = COMMANDS.find((known) => known.name === name);
  if (command === undefined) return usage(COMMANDS);
  try {
    return await command.run(contextOf(parse(command, rest)));
  } catch (error) {
    if (error instanceof UsageError) return usage([command], error.message);
    complain(explain(error));
    return 1;
  }
}

// The reader of a pipe may stop before we do, as `head` does: then there is nobody left to tell.
process.stdout.on('error', () => process.exit(0));
process.exitCode = await main(process.argv.slice(2));
