import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** A process that was started for a measurement. */
export interface Child {
  /** Milliseconds from its start until it said that it was ready. */
  readonly readyMs: number;
  /** Resident memory now, in MB. */
  memory(): number;
  stop(): Promise<void>;
}

const READY_MS = 30_000;
const STOP_MS = 10_000;
const MAIN = new URL('../../src/main.ts', import.meta.url).pathname;

/** Resident memory of a process, in MB, as Linux tells it; 0 elsewhere. */
function residentOf(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/**
 * Starts a script with these settings and nothing of this process' environment, and waits until a line
 * with the word `ready` comes out.
 *
 * @throws Error when it ends before, or is not ready within half a minute
 */
export async function startChild(script: string, env: Record<string, string>): Promise<Child> {
  const began = performance.now();
  const child = spawn(process.execPath, [script], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const ready = Promise.withResolvers<number>();
  let said = '';
  const hear = (chunk: string) => {
    said = `${said}${chunk}`.slice(-2000);
    if (/"event":"ready"|^ready$/m.test(said)) ready.resolve(performance.now() - began);
  };
  child.stdout.setEncoding('utf8').on('data', hear);
  child.stderr.setEncoding('utf8').on('data', hear);
  child.once('exit', () => ready.reject(new Error(`A measured process ended early: ${said}`)));
  const late = sleep(READY_MS, undefined, { ref: false }).then(() => {
    throw new Error(`A measured process was not ready in time: ${said}`);
  });
  const readyMs = await Promise.race([ready.promise, late]);
  return {
    readyMs,
    memory: () => residentOf(child.pid),
    stop: async () => {
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await Promise.race([gone, sleep(STOP_MS, undefined, { ref: false })]);
      child.kill('SIGKILL');
    },
  };
}

/** Starts one process of the bot. */
export const startBot = (env: Record<string, string>): Promise<Child> => startChild(MAIN, env);
