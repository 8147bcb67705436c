import { buildStages, type Engine } from './build-stages.ts';
import { createCircumstances } from './circumstances-of.ts';
import type { Config } from './config.ts';
import { createDrain } from './drain.ts';
import { createGiveUp } from './give-up.ts';
import { createIntake } from './intake.ts';
import type { Log } from './log.ts';
import type { Refine } from './refine.ts';
import { createRefineTurn } from './refine-turn.ts';
import { createSlack, type SlackApp, type SlackOptions } from './slack/bolt.ts';
import type { Transport } from './slack/transport.ts';
import { openState, type State } from './state/open-state.ts';
import { warmUp } from './warm-up.ts';

/** What a test replaces; everything else is the real thing. */
export interface AppOverrides {
  readonly transport?: Transport;
  readonly fetch?: SlackOptions['fetch'];
  readonly now?: () => number;
  readonly engine?: Engine;
  /** The second half of a turn; left out, readings stand on rules alone. */
  readonly refine?: Refine | null;
  /** Attempts on a turn before it is given up. */
  readonly attempts?: number;
}

/** The bot, put together. */
export interface App {
  readonly slack: SlackApp;
  readonly state: State;
  /** Starts working and receiving; the port listened on, or null over Socket Mode. */
  start(): Promise<number | null>;
  /** Receives no more, finishes or hands back what runs, closes; within about 25 seconds. */
  stop(): Promise<void>;
}

const STOP_MS = 10_000;
/** Until state keeps records. */
const noRecords = { read: async () => null };

function transportOf(config: Config): Transport {
  if (config.role === 'worker') return { kind: 'none' };
  const { appToken, signingSecret = '' } = config.slack;
  if (appToken !== undefined) return { kind: 'socket', appToken };
  return { kind: 'http', signingSecret, port: config.port, host: config.host };
}

function openStateOf(
  config: Config,
  log: Log,
  now: () => number,
  { attempts }: AppOverrides,
): Promise<State> {
  const { keys, redisUrl, path } = config.state;
  const onFault = (code: string) => log.error('state.fault', { code });
  return openState({
    ...{ keys, redisUrl, path, now, onFault, works: config.role !== 'ingress' },
    ...(attempts === undefined ? {} : { attempts }),
  });
}

function slackOptionsOf(config: Config, engine: Engine, log: Log, over: AppOverrides) {
  const { botToken: token, apiUrl, channels } = config.slack;
  return {
    ...{ token, channels, log, transport: over.transport ?? transportOf(config) },
    view: { say: engine.stages.say, knowledge: engine.knowledge },
    practice: config.practice,
    ...(apiUrl === undefined ? {} : { apiUrl }),
    ...(over.fetch === undefined ? {} : { fetch: over.fetch }),
    ...(over.now === undefined ? {} : { now: over.now }),
  };
}

/**
 * Puts the bot together: the only place that knows everything.
 * @throws KnowledgeError or StateError, both saying what to do
 */
export async function createApp(config: Config, log: Log, over: AppOverrides = {}): Promise<App> {
  const now = over.now ?? Date.now;
  const engine = over.engine ?? buildStages();
  const state = await openStateOf(config, log, now, over);
  const clock = () => new Date(now());
  const { stages } = engine;
  const { retentionMs } = config.state;
  const { preview } = config;
  const intake = createIntake({ ...state, stages, retentionMs, preview, now: clock });
  const slack = createSlack({ ...slackOptionsOf(config, engine, log, over), claims: state.store });
  slack.listen({ intake });
  const { delivery } = slack;
  const { store } = state;
  const { refine } = over;
  const refineTurn = refine
    ? createRefineTurn({ store, delivery, refine, retentionMs, log })
    : undefined;
  const drain = createDrain({
    ...{ store, delivery, stages, retentionMs, log, refineTurn },
    circumstances: createCircumstances(noRecords, clock),
  });
  const giveUp = createGiveUp({ ...state, slack, responsesFor: stages.responsesFor, log });
  return {
    slack,
    state,
    start: async () => {
      warmUp(engine);
      const port = await slack.start();
      if (config.role !== 'ingress') state.queue.work(drain, giveUp);
      return port;
    },
    stop: async () => {
      await slack.stop(STOP_MS);
      await state.close();
    },
  };
}
