import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

/** One process of the bot, started again whenever it was killed. */
export interface Member {
  readonly role: 'ingress' | 'worker';
  isUp(): boolean;
  /** Ends it like a power cut and starts it again after `awayMs`. */
  kill(awayMs: number): Promise<void>;
  /** Asks it to stop; resolves to the milliseconds it took, or null when it had to be killed. */
  stop(): Promise<number | null>;
}

type Settings = Readonly<Record<string, string>>;

const READY_MS = 90_000;
const STOP_MS = 25_000;
const MAIN = new URL('../../src/main.ts', import.meta.url).pathname;
const ended = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null;

/** Starts one process with these settings and nothing of this one's environment. */
function launch(settings: Settings, log: (text: string) => void) {
  const child = spawn(process.execPath, [MAIN], {
    env: { ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ready = Promise.withResolvers<void>();
  const hear = (chunk: string) => {
    log(chunk);
    if (chunk.includes('"event":"ready"')) ready.resolve();
  };
  child.stdout.setEncoding('utf8').on('data', hear);
  child.stderr.setEncoding('utf8').on('data', hear);
  child.once('exit', () => ready.resolve());
  return {
    child,
    ready: Promise.race([ready.promise, sleep(READY_MS, undefined, { ref: false })]),
  };
}

/**
 * Starts a process of the bot and keeps it up: one that ends by itself (Redis may be away while it
 * starts) is started again, as a supervisor would.
 */
export async function startMember(
  role: Member['role'],
  settings: Settings,
  log: (text: string) => void,
): Promise<Member> {
  let wanted = true;
  let up = false;
  let child: ChildProcess | null = null;
  const raise = async (): Promise<void> => {
    while (wanted) {
      const started = launch({ ...settings, IMPASSE_ROLE: role }, log);
      child = started.child;
      await started.ready;
      up = !ended(started.child);
      if (up) return;
      await sleep(300);
    }
  };
  await raise();
  return {
    role,
    isUp: () => up && child !== null && !ended(child),
    async kill(awayMs) {
      if (child === null || ended(child)) return;
      up = false;
      child.kill('SIGKILL');
      await once(child, 'exit');
      await sleep(awayMs);
      await raise();
    },
    async stop() {
      wanted = false;
      if (child === null || ended(child)) return 0;
      const started = performance.now();
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      const late = sleep(STOP_MS, 'late', { ref: false });
      if ((await Promise.race([gone, late])) !== 'late') return performance.now() - started;
      child.kill('SIGKILL');
      await gone;
      return null;
    },
  };
}
