import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { workspaceConfig } from './workspace.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const BINARY = at('../node_modules/local-slack-linux-x64/bin/local-slack');

/** A local workspace that is running. */
export interface LocalSlack {
  /** Address of the page people open. */
  readonly url: string;
  /** Address the bot calls instead of Slack's Web API. */
  readonly apiUrl: string;
  stop(): Promise<void>;
}

/** The local workspace cannot run here; the message says what to do. */
export class NoLocalSlack extends Error {
  override readonly name = 'NoLocalSlack';
}

/** A port nobody listens on right now, on loopback. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new NoLocalSlack('No free port.');
  return address.port;
}

async function ready(url: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (child.exitCode !== null)
      throw new NoLocalSlack('The local workspace stopped at its start.');
    const answered = await fetch(`${url}/_control/state`).then(
      (response) => response.ok,
      () => false,
    );
    if (answered) return;
    await sleep(50);
  }
  throw new NoLocalSlack('The local workspace did not answer within 10 seconds.');
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  const late = sleep(3000, 'late', { ref: false });
  if ((await Promise.race([exited, late])) === 'late') child.kill('SIGKILL');
}

/**
 * Starts the local workspace on loopback.
 * @throws NoLocalSlack where its program is not installed (only linux-x64 has it) or will not start
 */
export async function startLocalSlack(port: number): Promise<LocalSlack> {
  if (!existsSync(BINARY)) {
    throw new NoLocalSlack(
      `The try-out workspace runs on Linux x64 only (this is ${process.platform}-${process.arch}). ` +
        'On another machine run it in a Linux x64 container, or put the bot into a Slack workspace as README.md says. ' +
        'On Linux x64, run npm install again without --omit=optional.',
    );
  }
  const folder = mkdtempSync(join(tmpdir(), 'impasse-demo-'));
  const config = join(folder, 'workspace.json');
  writeFileSync(config, JSON.stringify(workspaceConfig()));
  const args = ['--config', config, '--port', String(port), '--base-host', '127.0.0.1'];
  const env = { ...process.env, BUN_OPTIONS: `--preload=${at('loopback.js')}` };
  const child = spawn(BINARY, args, { env, stdio: 'ignore' });
  const stop = async () => {
    await end(child);
    rmSync(folder, { recursive: true, force: true });
  };
  const url = `http://127.0.0.1:${port}`;
  try {
    await ready(url, child);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, apiUrl: `${url}/api/`, stop };
}
