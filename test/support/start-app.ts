import { type App, createApp } from '../../src/app.ts';
import { buildStages, type Engine } from '../../src/build-stages.ts';
import { readConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import type { Telemetry } from '../../src/operate/telemetry.ts';
import type { Refine } from '../../src/refine.ts';
import type { PlayClient } from '../../src/rehearsal/play-client.ts';
import { newKey } from '../../src/state/new-key.ts';
import { AUTHOR, KEY, OTHER } from './builders.ts';
import { FakeSlack } from './fake-slack.ts';

let engine: Engine | undefined;

/** Everything a test sees of a running bot: its workspace, its log, and the way to wait for it. */
export interface Running {
  readonly app: App;
  readonly slack: FakeSlack;
  readonly log: string[];
  /** Port listened on, or null. */
  readonly port: number | null;
  /** Waits until nothing waits or runs any more. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

/** Nobody of the tests is new here. */
async function welcomeAll({ state }: App): Promise<void> {
  for (const id of [AUTHOR, OTHER]) {
    await state.records.change({ team: KEY.team, kind: 'welcome', id }, () => ({ at: 0 }));
  }
}

/** One option when it was given. */
const given = <Over extends object, Key extends keyof Over>(over: Over, key: Key) =>
  (over[key] === undefined ? {} : { [key]: over[key] }) as Pick<Over, Key>;

/** The real app against a fake workspace and a state in memory (or the file `path`). */
export async function startApp(
  over: {
    path?: string;
    keys?: string;
    channels?: string;
    preview?: 'always' | 'doubt' | 'never';
    practice?: string;
    now?: () => number;
    slack?: FakeSlack;
    refine?: Refine;
    /** A model that plays the client in rehearsals. */
    play?: PlayClient;
    redisUrl?: string;
    attempts?: number;
    /** What is taken in within a minute. */
    limits?: { person: number; workspace: number };
    telemetry?: Telemetry;
    /** Time limit of one call of Slack's in ms. */
    callMs?: number;
    /** Receives over signed HTTP with this secret, on a free port. */
    signingSecret?: string;
    /** True when nobody has been welcomed yet; left out, everybody of the tests has. */
    newcomers?: boolean;
    /** Worker threads at the door. */
    doorThreads?: number;
    /** Changes what the stages do. */
    stages?: Partial<Engine['stages']>;
  } = {},
): Promise<Running> {
  engine ??= buildStages();
  const slack = over.slack ?? new FakeSlack();
  const log: string[] = [];
  const config = readConfig({
    SLACK_BOT_TOKEN: 'xoxb-test',
    SLACK_APP_TOKEN: 'xapp-test',
    IMPASSE_KEYS: over.keys ?? newKey(new Date(0)),
    IMPASSE_DATA: over.path ?? ':memory:',
    REDIS_URL: over.redisUrl,
    IMPASSE_PREVIEW: over.preview,
    IMPASSE_PRACTICE: over.practice,
    IMPASSE_CHANNELS: over.channels ?? KEY.channel,
    LOG_LEVEL: 'debug',
    IMPASSE_DOOR_THREADS: over.doorThreads === undefined ? undefined : String(over.doorThreads),
    IMPASSE_LIMIT_PERSON: over.limits === undefined ? '0' : String(over.limits.person),
    IMPASSE_LIMIT_WORKSPACE: over.limits === undefined ? '0' : String(over.limits.workspace),
  });
  const app = await createApp(config, createLog('debug', { write: (line) => log.push(line) }), {
    transport:
      over.signingSecret === undefined
        ? { kind: 'receiver', receiver: slack.receiver }
        : { kind: 'http', signingSecret: over.signingSecret, port: 0 },
    fetch: slack.fetch as NonNullable<Parameters<typeof createApp>[2]>['fetch'] & {},
    engine: { ...engine, stages: { ...engine.stages, ...over.stages } },
    ...given(over, 'refine'),
    ...given(over, 'play'),
    ...given(over, 'attempts'),
    ...given(over, 'callMs'),
    ...given(over, 'now'),
    ...given(over, 'telemetry'),
  });
  if (!over.newcomers) await welcomeAll(app);
  const port = await app.start();
  const settled = async () => {
    for (let quiet = 0; quiet < 2; ) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      const { threads } = await app.state.depth();
      const idle = await app.slack.idle(1000);
      quiet = threads === 0 && idle ? quiet + 1 : 0;
    }
  };
  return { app, slack, log, port, settled, stop: () => app.stop() };
}
