import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { WorkspacePolicy } from '../src/pipeline/settings/workspace-policy.ts';
import { DEMO_POLICY, keepPolicy } from './policy.ts';
import { BOT, CHANNELS } from './workspace.ts';

const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url));
const CLOCK = new URL('./moved-clock.js', import.meta.url).href;
const READY_WITHIN_MS = 20_000;
const STOP_WITHIN_MS = 10_000;

/** The bot did not come up; the message repeats what it said. */
class NoBot extends Error {
  override readonly name = 'NoBot';
}

/** The bot as a process of its own, as it runs in a clinic. */
export interface RunningBot {
  readonly exited: Promise<void>;
  /** Moves the bot's clock ahead; what is due by then happens within a quarter of a minute. */
  moveClock(aheadMs: number): void;
  stop(): Promise<void>;
}

/**
 * Starts the real bot in Socket Mode against a local workspace, with a state file that is forgotten
 * when it stops.
 * @throws NoBot when it is not ready within 20 seconds
 */
export async function startBot(options: {
  readonly apiUrl: string;
  readonly key: string;
  readonly onLine?: (line: string) => void;
  readonly env?: Readonly<Record<string, string>>;
  /** What the owner has decided beside the usual of the try-out. */
  readonly policy?: Partial<WorkspacePolicy>;
}): Promise<RunningBot> {
  const folder = mkdtempSync(join(tmpdir(), 'impasse-state-'));
  const path = join(folder, 'state.sqlite');
  await keepPolicy({ keys: options.key, path }, { ...DEMO_POLICY, ...options.policy });
  const child = spawn(process.execPath, ['--import', CLOCK, MAIN], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      PATH: process.env.PATH,
      NODE_OPTIONS: process.env.NODE_OPTIONS,
      SLACK_BOT_TOKEN: BOT.botToken,
      SLACK_APP_TOKEN: BOT.appToken,
      SLACK_API_URL: options.apiUrl,
      IMPASSE_CHANNELS: [CHANNELS.team.id, CHANNELS.supervision.id].join(','),
      IMPASSE_KEYS: options.key,
      IMPASSE_DATA: path,
      ...options.env,
    },
  });
  const exited = once(child, 'exit').then(() => undefined);
  const complaints: string[] = [];
  child.stderr?.on('data', (data) => complaints.push(String(data)));
  const ready = new Promise<'ready'>((resolve) => {
    createInterface({ input: child.stdout ?? Readable.from([]) }).on('line', (line) => {
      options.onLine?.(line);
      if (line.includes('"event":"ready"')) resolve('ready');
    });
  });
  const stop = async () => {
    if (child.exitCode === null) child.kill('SIGTERM');
    const late = sleep(STOP_WITHIN_MS, 'late', { ref: false });
    if ((await Promise.race([exited, late])) === 'late') child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  };
  const late = sleep(READY_WITHIN_MS, 'late', { ref: false });
  const result = await Promise.race([ready, exited.then(() => 'exited'), late]);
  if (result !== 'ready') {
    await stop();
    throw new NoBot(`The bot did not start.\n${complaints.join('')}`);
  }
  return { exited, stop, moveClock: (aheadMs) => void child.send({ aheadMs }) };
}
