import { availableParallelism } from 'node:os';
import { z } from 'zod';
import { OAuthEnvironment, oauthFaults, toOAuth } from './oauth-settings.ts';

const OPS_PORT = 9464;
/** What must be free for a thread at the door that was not asked for, in bytes. */
const DOOR_MEMORY = 2 ** 30;
/** A turn mostly waits for Slack or a model: several threads side by side keep one CPU busy. */
const THREADS_PER_CPU = 8;
const LEAST_THREADS = 8;
/** What a process can be when several share the work. */
const ROLES_OF_MANY = ['ingress', 'worker'];

const list = z
  .string()
  .default('')
  .transform((text) => text.split(/[\s,]+/).filter((entry) => entry !== ''));

/** Names may hold spaces. */
const names = z
  .string()
  .default('')
  .transform((text) => text.split(',').map((name) => name.trim()))
  .transform((all) => all.filter((name) => name !== ''));

const optional = z
  .string()
  .optional()
  .transform((text) => (text === '' ? undefined : text));

const StateEnvironment = z.object({
  IMPASSE_KEYS: z
    .string({ error: 'is missing; make one with `npm run new-key` and keep a copy somewhere safe' })
    .min(1, 'is empty; make one with `npm run new-key` and keep a copy somewhere safe'),
  IMPASSE_DATA: z.string().default('data/impasse.sqlite'),
  IMPASSE_RETENTION_DAYS: z.coerce
    .number({ error: 'must be a number of days from 1 to 365' })
    .int()
    .min(1, 'must be at least 1 day')
    .max(365, 'must be at most 365 days')
    .default(30),
  REDIS_URL: optional,
});

const BotToken = z
  .string({ error: 'is missing; copy the Bot User OAuth Token (xoxb-…) from your Slack app' })
  .regex(/^xox[be]/, 'must start with xoxb-; copy the Bot User OAuth Token of your Slack app');

const Environment = StateEnvironment.extend({
  ...OAuthEnvironment.shape,
  SLACK_BOT_TOKEN: BotToken.optional(),
  SLACK_APP_TOKEN: optional,
  SLACK_SIGNING_SECRET: optional,
  SLACK_API_URL: optional,
  IMPASSE_CHANNELS: list,
  IMPASSE_PREVIEW: z
    .enum(['always', 'doubt', 'never'], { error: 'must be always, doubt or never' })
    .default('doubt'),
  IMPASSE_PRACTICE: names,
  IMPASSE_ROLE: z
    .enum(['all', 'ingress', 'worker'], { error: 'must be all, ingress or worker' })
    .default('all'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce
    .number({ error: 'must be a port number from 0 to 65535' })
    .int()
    .min(0)
    .max(65_535)
    .default(3000),
  IMPASSE_CONCURRENCY: z.coerce
    .number({ error: 'must be a number of threads from 1 to 256' })
    .int()
    .min(1, 'must be at least 1')
    .max(256, 'must be at most 256')
    .default(Math.max(LEAST_THREADS, THREADS_PER_CPU * availableParallelism())),
  IMPASSE_DOOR_THREADS: z.coerce
    .number({ error: 'must be a number of worker threads from 0 to 16' })
    .int()
    .min(0, 'must be at least 0')
    .max(16, 'must be at most 16')
    .optional(),
  IMPASSE_LIMIT_PERSON: z.coerce
    .number({ error: 'must be a number a minute; 0 sets no limit' })
    .int()
    .min(0, 'must be a number a minute; 0 sets no limit')
    .default(60),
  IMPASSE_LIMIT_WORKSPACE: z.coerce
    .number({ error: 'must be a number a minute; 0 sets no limit' })
    .int()
    .min(0, 'must be a number a minute; 0 sets no limit')
    .default(1_200),
  IMPASSE_OPS_HOST: z.string().default('127.0.0.1'),
  IMPASSE_OPS_PORT: z
    .union([z.literal('off'), z.coerce.number().int().min(0).max(65_535)], {
      error: 'must be a port number from 0 to 65535, or off',
    })
    .optional(),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], {
      error: 'must be debug, info, warn, error or silent',
    })
    .default('info'),
});

/** Without an app to install there is one workspace, and it needs its token. */
const WithToken = Environment.extend({ SLACK_BOT_TOKEN: BotToken });

type Settings = z.infer<typeof Environment>;

const DAY = 24 * 60 * 60 * 1000;

/** Every setting, checked. */
export type Config = ReturnType<typeof toConfig>;

/** The settings cannot be used; the message lists every fault, one a line, with what to do. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(`The settings need attention:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.faults = faults;
  }
}

function toState(env: z.infer<typeof StateEnvironment>) {
  return {
    redisUrl: env.REDIS_URL,
    path: env.IMPASSE_DATA,
    keys: env.IMPASSE_KEYS,
    retentionMs: env.IMPASSE_RETENTION_DAYS * DAY,
  };
}

/** Where health and metrics are served; a port that was not asked for may be taken by somebody else. */
function toOperations({ IMPASSE_OPS_HOST: host, IMPASSE_OPS_PORT: port }: Settings) {
  if (port === 'off') return { host, port: null, asked: true };
  return { host, port: port ?? OPS_PORT, asked: port !== undefined };
}

/** One where many messages may come at once, and a second CPU and the memory are there; a worker has no door. */
function toDoorThreads(env: Settings): number {
  const { IMPASSE_DOOR_THREADS: set, IMPASSE_ROLE: role, SLACK_APP_TOKEN: socket } = env;
  if (role === 'worker') return 0;
  if (set !== undefined) return set;
  const many = role === 'ingress' && !socket;
  return many && availableParallelism() > 1 && process.availableMemory() > DOOR_MEMORY ? 1 : 0;
}

function toConfig(env: Settings) {
  const mode = env.SLACK_APP_TOKEN ? ('socket' as const) : ('http' as const);
  return {
    slack: {
      mode,
      botToken: env.SLACK_BOT_TOKEN ?? '',
      oauth: toOAuth(env),
      appToken: env.SLACK_APP_TOKEN,
      signingSecret: env.SLACK_SIGNING_SECRET,
      apiUrl: env.SLACK_API_URL,
      channels: env.IMPASSE_CHANNELS,
    },
    preview: env.IMPASSE_PREVIEW,
    practice: env.IMPASSE_PRACTICE,
    state: toState(env),
    role: env.IMPASSE_ROLE,
    host: env.HOST,
    port: env.PORT,
    concurrency: env.IMPASSE_CONCURRENCY,
    doorThreads: toDoorThreads(env),
    limits: { person: env.IMPASSE_LIMIT_PERSON, workspace: env.IMPASSE_LIMIT_WORKSPACE },
    operations: toOperations(env),
    logLevel: env.LOG_LEVEL,
  };
}

type Env = Readonly<Record<string, string | undefined>>;

/** Faults of settings beside each other; looked for even where a single one cannot be used. */
function crossFaults(env: Env): string[] {
  const faults = oauthFaults(env);
  if (env.SLACK_CLIENT_ID && !env.SLACK_SIGNING_SECRET) {
    faults.push(
      'SLACK_SIGNING_SECRET is missing; copy it from Basic Information of your Slack app',
    );
  } else if (!env.SLACK_APP_TOKEN && !env.SLACK_SIGNING_SECRET) {
    faults.push(
      'SLACK_APP_TOKEN or SLACK_SIGNING_SECRET is missing; set the first (xapp-…) for Socket Mode, the second for HTTP',
    );
  }
  if (env.SLACK_APP_TOKEN && !env.SLACK_APP_TOKEN.startsWith('xapp-')) {
    faults.push('SLACK_APP_TOKEN must start with xapp-; make an app-level token in your Slack app');
  }
  const role = ROLES_OF_MANY.find((one) => one === env.IMPASSE_ROLE);
  if (role !== undefined && !env.REDIS_URL) {
    faults.push(
      `IMPASSE_ROLE=${role} needs REDIS_URL; one process alone runs with IMPASSE_ROLE=all`,
    );
  }
  return faults;
}

/** Settings that are set: an empty one counts as left out. */
const setIn = (env: Env): Env =>
  Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));

const faultsOf = ({ issues }: z.ZodError) =>
  issues.map(({ path, message }) => `${path.join('.')} ${message}`);

/**
 * Reads every setting from `env`; values never appear in the error.
 * @throws ConfigError naming all faults at once
 */
export function readConfig(env: Env): Config {
  const set = setIn(env);
  const parsed = (set.SLACK_CLIENT_ID ? Environment : WithToken).safeParse(set);
  const faults = [...(parsed.success ? [] : faultsOf(parsed.error)), ...crossFaults(set)];
  if (!parsed.success || faults.length > 0) throw new ConfigError(faults);
  return toConfig(parsed.data);
}

/** The settings of the language model, which `openai/` reads and checks itself. */
export function modelEnv(env: Env): Env {
  return Object.fromEntries(Object.entries(env).filter(([name]) => /^(?:OPENAI|LLM)_/.test(name)));
}

/**
 * Reads only what opening state needs, for command-line tools beside the bot.
 * @throws ConfigError naming all faults at once
 */
export function readStateConfig(env: Env): Config['state'] {
  const parsed = StateEnvironment.safeParse(setIn(env));
  if (!parsed.success) throw new ConfigError(faultsOf(parsed.error));
  return toState(parsed.data);
}

/** The bot's way into Slack, for command-line tools; null when no token is set. */
export function readSlackAccess(env: Env): { token: string; apiUrl: string | undefined } | null {
  const { SLACK_BOT_TOKEN: token, SLACK_API_URL: apiUrl } = env;
  return token ? { token, apiUrl: apiUrl === '' ? undefined : apiUrl } : null;
}
