import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** A process started as a container would start it. */
export interface Container {
  readonly child: ChildProcess;
  /** Everything it printed. */
  readonly lines: string[];
  /** Resolves once a line holds these words. */
  said(words: string): Promise<void>;
  /** Asks it to end as Docker does; its exit code. */
  stop(): Promise<number | null>;
}

/** A user without rights, where the tests have the right to become one. */
const NOBODY = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

/** Starts a command with exactly this environment, beside the path to programs. */
export function startContainer(
  command: readonly string[],
  options: {
    readonly cwd: string;
    readonly env: Readonly<Record<string, string>>;
    /** Default true. */
    readonly asNobody?: boolean;
  },
): Container {
  const [program = '', ...words] = command;
  const run = program === 'node' ? process.execPath : program;
  const child = spawn(run, words, {
    ...(options.asNobody === false ? {} : NOBODY),
    ...{ cwd: options.cwd, env: { PATH: process.env.PATH, ...options.env } },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  const hear = (line: string) => {
    lines.push(line);
    for (const look of waiting) look();
  };
  createInterface({ input: child.stdout }).on('line', hear);
  createInterface({ input: child.stderr }).on('line', hear);
  return {
    ...{ child, lines },
    said: (words) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (!lines.some((line) => line.includes(words))) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
        child.once('exit', () => reject(new Error(`It ended:\n${lines.join('\n')}`)));
      }),
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      const [code] = await ended;
      return code as number | null;
    },
  };
}

/** Runs a command to its end; its exit status. */
export async function runToEnd(...given: Parameters<typeof startContainer>): Promise<number> {
  const [code] = await once(startContainer(...given).child, 'exit');
  return code as number;
}
