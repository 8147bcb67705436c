import { readFileSync } from 'node:fs';
import { Registry } from 'prom-client';
import { type App, createApp } from './app.ts';
import { buildStages } from './build-stages.ts';
import { type Config, ConfigError, modelEnv, readConfig } from './config.ts';
import { giveBackMemory } from './give-back-memory.ts';
import { codeOf, createLog, type Log } from './log.ts';
import { openModel } from './open-model.ts';
import { openOperations, type RunningOperations } from './open-operations.ts';
import { countingLog } from './operate/counting-log.ts';
import { openSpans } from './operate/open-spans.ts';
import { createTelemetry, type Telemetry } from './operate/telemetry.ts';
import { startFault } from './start-fault.ts';

/** By then everything is compiled that the first turns need. */
const SETTLED_MS = 1_000;
const STOP_WITHIN_MS = 25_000;
const UNFORESEEN = ['uncaughtException', 'unhandledRejection'] as const;
const PACKAGE = new URL('../package.json', import.meta.url);

function complain(error: unknown): void {
  process.stderr.write(`${startFault(error)}\n`);
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

/** Everything that runs in this process. */
interface Running {
  readonly app: App;
  readonly operations: RunningOperations;
  readonly telemetry: Telemetry;
  readonly log: Log;
}

async function stopAll({ app, operations, telemetry }: Running): Promise<void> {
  operations.detach();
  await app.stop();
  await telemetry.close().catch(() => undefined);
  operations.close();
}

/** Until everything runs, what breaks unforeseen is a code as well: Node would print its message. */
function failByCode(): void {
  for (const event of UNFORESEEN) {
    process.on(event, (error: unknown) => {
      complain(error);
      process.exit(1);
    });
  }
}

/** Stops once, within its time limit, on the first signal or when something unforeseen breaks. */
function stopOnSignals(running: Running): void {
  const { log } = running;
  let stopping = false;
  const stop = (code: number) => {
    if (stopping) return;
    stopping = true;
    log.info('stopping');
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    stopAll(running).then(
      () => process.exit(code),
      () => process.exit(1),
    );
  };
  process.on('SIGINT', () => stop(0));
  process.on('SIGTERM', () => stop(0));
  for (const event of UNFORESEEN) {
    process.removeAllListeners(event);
    process.on(event, (error: unknown) => {
      log.error('broken', { kind: event, code: codeOf(error) });
      stop(1);
    });
  }
}

/** The bot, ready to start, with its health and metrics served already. */
async function open(config: Config): Promise<Running> {
  const { version } = JSON.parse(readFileSync(PACKAGE, 'utf8')) as { version: string };
  const registry = new Registry();
  const spans = await openSpans(process.env, { version, codeOf });
  const telemetry = createTelemetry(registry, spans);
  const log = countingLog(createLog(config.logLevel), telemetry.meters.logged);
  const operations = await openOperations(config, registry, version, log);
  const engine = buildStages();
  const model = await openModel(modelEnv(process.env), engine, { registry });
  const app = await createApp(config, log, {
    ...{ engine, telemetry, refine: model?.refine ?? null, play: model?.play ?? null },
    ...(model === null ? {} : { model: model.name, modelFacts: model.facts }),
  });
  return { app, operations, telemetry, log };
}

async function main(): Promise<void> {
  failByCode();
  const config = settings();
  if (config === null) {
    process.exitCode = 2;
    return;
  }
  try {
    const running = await open(config);
    const { app, operations, log } = running;
    stopOnSignals(running);
    const port = await app.start();
    operations.attach(app);
    log.info('ready', {
      driver: config.state.redisUrl ? 'redis' : 'local',
      kind: config.role === 'worker' ? 'worker' : config.slack.mode,
      ...(port === null ? {} : { port }),
      ...(operations.port === null ? {} : { operations: operations.port }),
    });
    setTimeout(giveBackMemory, SETTLED_MS).unref();
  } catch (error) {
    complain(error);
    process.exit(1);
  }
}

await main();
