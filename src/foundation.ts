import { randomUUID } from 'node:crypto';
import { Registry } from 'prom-client';
import type { AppOverrides } from './app-overrides.ts';
import { buildStages, type Engine } from './build-stages.ts';
import type { Config } from './config.ts';
import { readManifest } from './doctor/read-manifest.ts';
import { type DoorReader, readHere } from './door/door-reader.ts';
import { openDoorThread } from './door/open-door-thread.ts';
import { readBeside } from './door/read-beside.ts';
import { type Log, uncorrelated } from './log.ts';
import { createTelemetry, type Telemetry } from './operate/telemetry.ts';
import { timedStore } from './operate/timed-ports.ts';
import { timedStages } from './operate/timed-stages.ts';
import type { CaseStore, Policies, TurnQueue } from './pipeline/ports.ts';
import { createRecentPolicy } from './pipeline/settings/recent-policy.ts';
import { createPolicies, dutyOf } from './policies.ts';
import { retainingStore } from './retaining-store.ts';
import { createSlack, type SlackApp } from './slack/bolt.ts';
import type { SlackOptions } from './slack/slack-options.ts';
import type { Transport } from './slack/transport.ts';
import { openState, type State } from './state/open-state.ts';

/** What every feature stands on: state, everything that goes out to Slack, the stages, the clock. */
export interface Foundation {
  readonly config: Config;
  readonly log: Log;
  readonly telemetry: Telemetry;
  /** The engine with a clock around each stage. */
  readonly engine: Engine;
  /** The same without clocks, for work that is nobody's. */
  readonly plain: Engine;
  readonly state: State;
  /** Reads raw text at the door, in threads of its own where they are asked for. */
  readonly reader: DoorReader;
  /** Keeps each case as long as its workspace wants. */
  readonly store: CaseStore;
  readonly queue: TurnQueue;
  readonly policies: Policies;
  readonly slack: SlackApp;
  readonly retentionMs: number;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

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
    concurrency: config.concurrency,
    ...(attempts === undefined ? {} : { attempts }),
  });
}

function slackOptionsOf(
  config: Config,
  over: AppOverrides,
  records: State['records'],
): Omit<SlackOptions, 'claims' | 'view' | 'log'> {
  const { botToken: token, oauth, apiUrl, channels } = config.slack;
  const { needed, optional } = oauth ? readManifest() : { needed: [], optional: [] };
  const scopes = [...needed, ...optional];
  return {
    ...(oauth === null ? {} : { oauth: { ...oauth, scopes, records } }),
    ...{ token, channels, transport: over.transport ?? transportOf(config) },
    practice: config.practice,
    limits: config.limits,
    ...(apiUrl === undefined ? {} : { apiUrl }),
    ...(over.fetch === undefined ? {} : { fetch: over.fetch }),
    ...(over.callMs === undefined ? {} : { callMs: over.callMs }),
    ...(over.now === undefined ? {} : { now: over.now }),
  };
}

/** What reads raw text at the door: this thread, or worker threads where they are set. */
function doorReaderOf(
  { doorThreads: count }: Config,
  log: Log,
  { stages, knowledge }: Engine,
  { observe }: Telemetry,
): DoorReader {
  const here = readHere(stages);
  if (count === 0) return here;
  const { safety, context, lists, wordings, languages } = knowledge;
  const { screenVersion } = stages;
  const data = { knowledge: { safety, context, lists, wordings, languages }, screenVersion };
  return readBeside({
    ...{ count, here, observe },
    open: (onEnd) => openDoorThread(data, onEnd),
    onEnd: () => log.error('door-thread.ended'),
  });
}

type Waking = Pick<Foundation, 'store' | 'queue'>;

/** A store and a queue whose work carries no ids of whatever happened to wake it. */
function wakesAlone({ store, queue }: Waking): Waking {
  return {
    store: { ...store, enqueue: (...given) => uncorrelated(() => store.enqueue(...given)) },
    queue: { ...queue, wake: (...given) => uncorrelated(() => queue.wake(...given)) },
  };
}

/**
 * Opens state and builds Slack's outgoing side.
 * @throws KnowledgeError or StateError, both saying what to do
 */
export async function openFoundation(
  config: Config,
  log: Log,
  over: AppOverrides,
): Promise<Foundation> {
  const now = over.now ?? Date.now;
  const telemetry = over.telemetry ?? createTelemetry(new Registry());
  const built = over.engine ?? buildStages();
  const engine = { ...built, stages: timedStages(built.stages, telemetry.observe) };
  const reader = doorReaderOf(config, log, engine, telemetry);
  const state = await openStateOf(config, log, now, over);
  const { retentionMs } = config.state;
  const policies = createPolicies(state.records);
  const slack = createSlack({
    ...slackOptionsOf(config, over, state.records),
    ...{ log, view: { say: engine.stages.say, knowledge: engine.knowledge } },
    ...{ claims: state.store, dutyOf: dutyOf(policies) },
    follow: (work) => telemetry.follow('request', { request: randomUUID() }, work),
  });
  const retaining = retainingStore(state.store, retentionMs, createRecentPolicy(policies, now));
  const { store, queue } = wakesAlone({ store: retaining, queue: state.queue });
  return {
    reader,
    ...{ config, log, telemetry, engine, plain: built, state, policies, slack, retentionMs, now },
    store: timedStore(store, telemetry.observe),
    queue,
  };
}
