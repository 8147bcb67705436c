import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildStages, type Engine } from '../../src/build-stages.ts';
import { doctorCommand } from '../../src/commands/doctor.ts';
import type { Finding } from '../../src/doctor/finding.ts';
import { readManifest } from '../../src/doctor/read-manifest.ts';
import { newKey } from '../../src/state/new-key.ts';
import { FakeSlack } from '../support/fake-slack.ts';
import { serveSlack } from '../support/serve-slack.ts';

type Env = Readonly<Record<string, string>>;

/** Secrets of a set-up, none of which may ever be printed. */
export const SECRETS = {
  botToken: 'xoxb-planted-1111-bot',
  appToken: 'xapp-planted-2222-app',
  signing: 'deadbeef0123456789abcdef01234567',
  model: 'sk-planted-3333',
  redis: 'planted4444redis',
};

/** Every scope of the manifest. */
export const SCOPES = [...readManifest().needed, ...readManifest().optional];

/** What Slack answers to `auth.test`, with headers. */
export function authTest(scopes: readonly string[], date = new Date()): Response {
  const body = { ok: true, team_id: 'T01TEAM', user_id: 'U0IMPASSE', bot_id: 'B0IMPASSE' };
  const headers = { 'x-oauth-scopes': scopes.join(','), date: date.toUTCString() };
  return Response.json(body, { headers });
}

/** A set-up that lacks nothing, in Socket Mode with a data file. */
export async function soundSetUp() {
  const slack = new FakeSlack();
  slack.answers.set('auth.test', () => authTest(SCOPES));
  const api = await serveSlack(slack);
  const folder = mkdtempSync(join(tmpdir(), 'impasse-doctor-'));
  const env: Record<string, string> = {
    SLACK_BOT_TOKEN: SECRETS.botToken,
    SLACK_APP_TOKEN: SECRETS.appToken,
    SLACK_API_URL: api.url,
    IMPASSE_KEYS: newKey(new Date(0)),
    IMPASSE_DATA: join(folder, 'data', 'impasse.sqlite'),
    IMPASSE_CHANNELS: 'C01CONSULT',
  };
  const stop = () => {
    api.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { slack, folder, env, stop };
}

/** What the command prints in a process of its own, with its exit status. */
export async function doctorProcess(env: Env, ...flags: string[]) {
  const child = spawn(process.execPath, ['src/cli.ts', 'doctor', ...flags], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  child.stdout.on('data', (data) => {
    printed += data;
  });
  child.stderr.on('data', (data) => {
    printed += data;
  });
  const [status] = await once(child, 'close');
  return { status: status as number, printed };
}

const engine = (() => {
  let built: Engine | undefined;
  return async () => {
    built ??= buildStages();
    return built;
  };
})();

/** What the command finds in this process, over the same real sockets; quicker by its start. */
export async function doctor(env: Env, flags: Record<string, string | true> = {}) {
  const lines: string[] = [];
  const unused = () => {
    throw new Error('not for doctor');
  };
  const status = await doctorCommand.run({
    ...{ input: unused, complain: unused, model: unused, state: unused, remover: unused },
    ...{ retentionMs: unused, dataFile: unused, now: () => new Date(), env },
    engine: async () => engine(),
    write: (line) => void lines.push(line),
    flags: new Map<string, string | true>([['json', true], ...Object.entries(flags)]),
  });
  return { status, findings: lines.map((line) => JSON.parse(line) as Finding) };
}
