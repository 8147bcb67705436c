import { App, AuthorizationError, type Logger, type Receiver } from '@slack/bolt';
import { type FetchFunction, WebClient, type WebClientOptions } from '@slack/web-api';
import type { SafetyScreen } from '../pipeline/outcome.ts';
import type { CaseStore, Delivery } from '../pipeline/ports.ts';
import type { RehearsalVoice } from '../pipeline/rehearsal/rehearsal-voice.ts';
import { createBackground } from './background.ts';
import { createClaims } from './claims.ts';
import { createDelivery } from './deliver.ts';
import { createDirectory } from './directory.ts';
import { createDoor } from './door.ts';
import { errorCode } from './error-code.ts';
import { createGreet } from './greet.ts';
import { createAccess } from './guards/access.ts';
import { createRoles } from './guards/role.ts';
import { type Identity, readIdentity } from './identity.ts';
import { createIngress } from './ingress.ts';
import { ListenerFailure } from './listener-failure.ts';
import type { ListenerParts } from './listeners/listener-parts.ts';
import { registerListeners } from './listeners/register.ts';
import { createMembers } from './members.ts';
import { createPoster, type Poster } from './poster.ts';
import { createPrivateCases } from './private-case.ts';
import { type Follow, watched } from './receivers/watched.ts';
import { createRehearsalDoor } from './rehearsal-door.ts';
import { createRehearsalVoice } from './rehearsal-voice.ts';
import { createSdkLogger } from './sdk-logger.ts';
import type { Services } from './services.ts';
import type { SlackLog } from './slack-log.ts';
import { createStatus } from './status.ts';
import { createSurroundings } from './surroundings.ts';
import type { RawMessage } from './take.ts';
import { createThreadHistory } from './thread-history.ts';
import { openLine, type Transport } from './transport.ts';
import { gaveUpReply } from './views/gave-up.ts';
import { fixedSafety } from './views/safety-reply.ts';
import type { ViewParts } from './views/view-parts.ts';
import { createTell, createWhisper } from './whisper.ts';

/** What Slack's side is built from. */
export interface SlackOptions {
  /** Bot token; never logged. */
  readonly token: string;
  readonly transport: Transport;
  /** Base URL of the Web API with a slash at its end; Slack's own by default. */
  readonly apiUrl?: string;
  /** Ids or names of the channels where cases may be brought; empty allows direct messages only. */
  readonly channels: readonly string[];
  /** Names of the practice, its people and places: removed wherever they stand. */
  readonly practice?: readonly string[];
  /** What keeps a message from being posted twice. */
  readonly claims: Pick<CaseStore, 'claim' | 'release'>;
  readonly view: ViewParts;
  readonly log: SlackLog;
  readonly fetch?: FetchFunction;
  /** Time limit of one call in ms; ten seconds unless told. */
  readonly callMs?: number;
  /** Runs the work on one payload, so that it can be followed. */
  readonly follow?: Follow;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
}

/** Slack's side, ready to start. */
export interface SlackApp {
  readonly delivery: Delivery;
  readonly rehearsal: RehearsalVoice;
  /** Posts the fixed safety content for a message nobody could answer, unless a reply stands. */
  postSafety(raw: Pick<RawMessage, 'key' | 'turn' | 'ts' | 'safety'>): Promise<void>;
  /** Says that a message could not be read after all tries, with what is open for safety in front. */
  apologise(
    raw: Pick<RawMessage, 'key' | 'turn' | 'ts'>,
    safety: SafetyScreen | null,
  ): Promise<void>;
  /** Registers the listeners, with the services behind them; once, before `start`. */
  listen(services: Services): void;
  /**
   * Asks Slack who we are, then receives; the port listened on, or null.
   * @throws when Slack refuses the token or cannot be reached
   */
  start(): Promise<number | null>;
  /** Receives no more and waits for what is in flight; false when `withinMs` was not enough. */
  stop(withinMs: number): Promise<boolean>;
  /** True when nothing is in flight within `withinMs`. */
  idle(withinMs: number): Promise<boolean>;
  /** False when nothing can arrive at the moment. */
  isOpen(): boolean;
}

const CALL_MS = 10_000;
const CHECK_MS = 2_500;
const BELIEVED_MS = 5 * 60 * 1000;

/** Who we are, asked once at start. */
function createSelf(client: WebClient) {
  let self: Identity | null = null;
  return {
    identity: (): Identity => {
      if (self === null)
        throw new Error('Slack was not asked yet who the bot is: call start() first.');
      return self;
    },
    ask: async () => {
      self ??= await readIdentity(client);
    },
  };
}

/** Options of every client: a time limit, no retries of its own, 429 as an error at once. */
function clientOptionsOf(options: SlackOptions, logger: Logger): WebClientOptions {
  return {
    ...{ logger, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true },
    timeout: options.callMs ?? CALL_MS,
    ...(options.apiUrl === undefined ? {} : { slackApiUrl: options.apiUrl }),
    ...(options.fetch === undefined ? {} : { fetch: options.fetch }),
  };
}

/** The Bolt app: a failing listener fails the payload, so that Slack sends it again. */
function createBolt(
  options: SlackOptions,
  receiver: Receiver,
  identity: () => Identity,
  clientOptions: WebClientOptions & { logger: Logger },
): App {
  const app = new App({
    ...{ receiver, clientOptions, logger: clientOptions.logger },
    ...{ convoStore: false, developerMode: false },
    authorize: async () => {
      const { botUser, bot, team } = identity();
      const ids = { botUserId: botUser, teamId: team, ...(bot === null ? {} : { botId: bot }) };
      return { botToken: options.token, ...ids };
    },
  });
  app.error(async (error) => {
    const code = errorCode(error.original ?? error);
    options.log.error('slack.listener-failed', { code });
    if (!(error instanceof AuthorizationError)) throw new ListenerFailure(code);
  });
  return app;
}

/** Everything that posts, on one client and one set of claims. */
function createVoices(options: SlackOptions, client: WebClient, identity: () => Identity) {
  const { log, view } = options;
  const background = createBackground(log);
  const claims = createClaims(options.claims, log);
  const poster: Poster = createPoster({ client, identity, claims, log });
  const tell = createTell(client, claims);
  return {
    ...{ background, claims, poster, tell },
    whisper: createWhisper(tell, background),
    status: createStatus(client, background, view.say('slack.status')),
  };
}

/** What is known around a message, read with the checking client: it waits for little. */
function createAround(
  { log, practice = [], now = Date.now }: SlackOptions,
  client: WebClient,
  identity: () => Identity,
  background: { run(name: string, work: () => Promise<unknown>): void },
) {
  const run = (work: () => Promise<void>) => background.run('slack.members-unread', work);
  const history = createThreadHistory({ client, identity, log, now });
  const members = createMembers({ client, log, now, background: run });
  return { history, members, surroundings: createSurroundings(history, members, practice) };
}

/** What the listeners are built from, once the services are there. */
function createListenerParts(
  given: SlackOptions &
    ReturnType<typeof createVoices> &
    ReturnType<typeof createAround> & {
      readonly services: Services;
      readonly client: WebClient;
      readonly checker: WebClient;
      readonly access: ReturnType<typeof createAccess>;
      readonly identity: () => Identity;
      readonly now: () => number;
    },
): ListenerParts {
  const { services, client, checker, identity, log, now } = given;
  const clientOf = async () => client;
  const told = { ...given, ...services, clientOf };
  const doors = { door: createDoor(told), rehearse: createRehearsalDoor(told) };
  const ingress = { ...told, ...doors, greet: createGreet(told) };
  const policyOf = services.policies.read;
  return {
    ...ingress,
    receive: createIngress(ingress),
    privately: createPrivateCases(ingress),
    roles: createRoles({
      ...{ clientOf: async () => checker, identityOf: identity, policyOf, log, now },
    }),
  };
}

/** Builds Slack's side: receiver, listeners, delivery. Nothing is sent before `start`. */
export function createSlack(options: SlackOptions): SlackApp {
  const { log, view, channels, now = Date.now } = options;
  const logger = createSdkLogger(log);
  const clientOptions = { ...clientOptionsOf(options, logger), logger };
  const client = new WebClient(options.token, { ...clientOptions });
  const checker = new WebClient(options.token, {
    ...{ ...clientOptions, timeout: CHECK_MS },
    retryConfig: { retries: 1, minTimeout: 100, maxTimeout: 300 },
  });
  const self = createSelf(client);
  const { identity } = self;
  const voices = createVoices(options, client, identity);
  const directory = createDirectory({ client: checker, log, now, ttlMs: BELIEVED_MS });
  const access = createAccess(directory, channels, identity);
  const around = createAround(options, checker, identity, voices.background);
  const line = openLine(options.transport, { clientOptions, logger, log, now });
  let stopping = false;
  const app = createBolt(
    options,
    watched(line.receiver, { ...voices, ...options, isStopping: () => stopping }),
    identity,
    clientOptions,
  );
  return {
    delivery: createDelivery(voices.poster, view),
    rehearsal: createRehearsalVoice({
      ...{ clientOf: async () => client, identityOf: async () => identity(), view },
      poster: voices.poster,
    }),
    postSafety: ({ key, turn, ts, safety }) =>
      voices.poster.putOnce({ key, turn, after: ts }, fixedSafety(safety, view)),
    apologise: ({ key, turn, ts }, safety) =>
      voices.poster.putOnce({ key, turn, after: ts }, gaveUpReply(turn, safety, view)),
    listen: (services) => {
      const parts = {
        ...options,
        ...voices,
        ...around,
        services,
        client,
        checker,
        access,
        identity,
      };
      registerListeners(app, createListenerParts({ ...parts, now }));
    },
    start: async () => {
      await self.ask();
      voices.background.run('slack.members-unread', around.members.refresh);
      stopping = false;
      return line.start();
    },
    stop: async (withinMs) => {
      stopping = true;
      const quiet = await voices.background.idle(withinMs);
      await line.stop();
      return quiet;
    },
    idle: voices.background.idle,
    isOpen: line.isOpen,
  };
}
