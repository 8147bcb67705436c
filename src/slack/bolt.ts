import { App } from '@slack/bolt';
import type { WordOfferVoice } from '../pipeline/guard/word-offer.ts';
import type { SafetyScreen } from '../pipeline/outcome.ts';
import type { Delivery } from '../pipeline/ports.ts';
import type { RehearsalVoice } from '../pipeline/rehearsal/rehearsal-voice.ts';
import { createBackground } from './background.ts';
import { clientOptionsOf } from './clients.ts';
import { createDelivery } from './deliver.ts';
import { createDigestVoice, type DigestVoice } from './digest-voice.ts';
import { createListenerParts } from './listeners/create-listener-parts.ts';
import { registerListeners } from './listeners/register.ts';
import { createPagingVoice, type PagingVoice } from './paging-voice.ts';
import { watched, withProcessing } from './receivers/watched.ts';
import { createRehearsalVoice } from './rehearsal-voice.ts';
import { createReviewVoice, type ReviewVoice } from './review-voice.ts';
import { createSdkLogger } from './sdk-logger.ts';
import type { Services } from './services.ts';
import type { SlackOptions } from './slack-options.ts';
import type { RawMessage } from './take.ts';
import { openLine, withRoutes } from './transport.ts';
import { createViewOf } from './view-of.ts';
import { gaveUpReply } from './views/gave-up.ts';
import { fixedSafety } from './views/safety-reply.ts';
import { createWordOfferVoice } from './word-offer-voice.ts';
import { createBoltOf } from './workspaces/bolt-of.ts';
import { createLookUp } from './workspaces/look-up.ts';
import { openWorkspaces } from './workspaces/open-workspaces.ts';
import { createPostAnywhere } from './workspaces/post-anywhere.ts';
import { createPayloadRoute } from './workspaces/route-payload.ts';

/** Slack's side, ready to start. */
export interface SlackApp {
  readonly delivery: Delivery;
  /** What is said to supervisors, and to clinicians about their reviews. */
  readonly reviews: ReviewVoice;
  readonly digests: DigestVoice;
  /** What is said to people on call. */
  readonly paging: PagingVoice;
  readonly rehearsal: RehearsalVoice;
  readonly words: WordOfferVoice;
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

/** Builds Slack's side: receiver, listeners, delivery. Nothing is sent before `start`. */
export function createSlack(options: SlackOptions): SlackApp {
  const { log, view, now = Date.now } = options;
  const logger = createSdkLogger(log);
  const clientOptions = clientOptionsOf(options, logger);
  const background = createBackground(log);
  const shared = { ...options, background };
  const { workspaces, routes } = openWorkspaces({ ...shared, clientOptions, now });
  const poster = createPostAnywhere(workspaces);
  const viewOf = createViewOf(options);
  const outgoing = { ...createLookUp(workspaces), poster, view, log };
  const line = openLine(withRoutes(options.transport, routes), { clientOptions, logger, log, now });
  let services: Services | null = null;
  let stopping = false;
  const boltOf = createBoltOf(clientOptions, log, (app, workspace) => {
    if (services === null) throw new Error('There are no services yet: call listen() first.');
    registerListeners(app, createListenerParts(shared, services, workspace));
  });
  const route = createPayloadRoute(workspaces, boltOf, log);
  const receiver = watched(line.receiver, { ...shared, isStopping: () => stopping });
  receiver.init(withProcessing(App.prototype, route));
  return {
    delivery: createDelivery(poster, viewOf),
    reviews: createReviewVoice({ ...outgoing, viewOf }),
    digests: createDigestVoice(outgoing),
    paging: createPagingVoice({ ...outgoing, viewOf }),
    rehearsal: createRehearsalVoice({ ...outgoing, viewOf }),
    words: createWordOfferVoice(outgoing),
    postSafety: ({ key, turn, ts, safety }) =>
      poster.putOnce({ key, turn, after: ts }, fixedSafety(safety, viewOf(key.team))),
    apologise: ({ key, turn, ts }, safety) =>
      poster.putOnce({ key, turn, after: ts }, gaveUpReply(turn, safety, viewOf(key.team))),
    listen: (given) => {
      services = given;
    },
    start: async () => {
      await workspaces.start();
      stopping = false;
      return line.start();
    },
    stop: async (withinMs) => {
      stopping = true;
      const quiet = await background.idle(withinMs);
      await line.stop();
      return quiet;
    },
    idle: background.idle,
    isOpen: line.isOpen,
  };
}
