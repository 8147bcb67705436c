import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { type App, createApp } from './app.ts';
import { buildStages } from './build-stages.ts';
import { type Config, ConfigError, modelEnv, readConfig } from './config.ts';
import { codeOf, createLog, type Log } from './log.ts';
import { openModel } from './open-model.ts';

const STOP_WITHIN_MS = 25_000;
/** Faults whose message is written by us, says what to do and holds nothing from outside. */
const PLAIN = new Set(['ConfigError', 'KnowledgeError', 'StateError']);

function complain(error: unknown): void {
  const plain = error instanceof Error && PLAIN.has(error.name);
  const words = plain ? error.message : `Impasse could not start (${codeOf(error)}).`;
  process.stderr.write(`${words}\n`);
}

function settings(): Config | null {
  try {
    return readConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    complain(error);
    return null;
  }
}

/** Stops once, within its time limit, on the first signal or when something unforeseen breaks. */
function stopOnSignals(app: App, log: Log): void {
  let stopping = false;
  const stop = (code: number) => {
    if (stopping) return;
    stopping = true;
    log.info('stopping');
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    app.stop().then(
      () => process.exit(code),
      () => process.exit(1),
    );
  };
  process.on('SIGINT', () => stop(0));
  process.on('SIGTERM', () => stop(0));
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => {
      log.error('broken', { kind: event, code: codeOf(error) });
      stop(1);
    });
  }
}

async function main(): Promise<void> {
  const config = settings();
  if (config === null) {
    process.exitCode = 2;
    return;
  }
  const log = createLog(config.logLevel);
  try {
    if (!config.state.redisUrl) mkdirSync(dirname(config.state.path), { recursive: true });
    const engine = buildStages();
    const refine = openModel(modelEnv(process.env), engine);
    const app = await createApp(config, log, { engine, refine });
    stopOnSignals(app, log);
    const port = await app.start();
    log.info('ready', {
      driver: config.state.redisUrl ? 'redis' : 'local',
      kind: config.slack.mode,
      ...(port === null ? {} : { port }),
    });
  } catch (error) {
    complain(error);
    process.exit(1);
  }
}

await main();
