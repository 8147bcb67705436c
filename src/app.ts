import { randomUUID } from 'node:crypto';
import { Registry } from 'prom-client';
import { buildStages, type Engine } from './build-stages.ts';
import { createCircumstances } from './circumstances-of.ts';
import type { Config } from './config.ts';
import { createCourses } from './course/create-courses.ts';
import { readManifest } from './doctor/read-manifest.ts';
import { createDrain } from './drain.ts';
import { createFeedback } from './feedback/create-feedback.ts';
import { openFollowUps } from './follow-up/open-follow-ups.ts';
import { createGiveUp } from './give-up.ts';
import { createHome, type HomeParts } from './home/create-home.ts';
import { createIntake } from './intake.ts';
import { type Log, uncorrelated } from './log.ts';
import { observeIntake } from './operate/observe-intake.ts';
import { observeRefine } from './operate/observe-refine.ts';
import type { ReviewsWaiting } from './operate/queue-gauges.ts';
import { type Readiness, readinessOf } from './operate/readiness.ts';
import { createReviewsWaiting } from './operate/reviews-waiting.ts';
import { createTelemetry, type Telemetry } from './operate/telemetry.ts';
import { timedDelivery, timedStore } from './operate/timed-ports.ts';
import { timedStages } from './operate/timed-stages.ts';
import { openPaging } from './paging/open-paging.ts';
import { createRestate } from './pipeline/guard/restate.ts';
import { createRecentPolicy } from './pipeline/settings/recent-policy.ts';
import { createPolicies, dutyOf } from './policies.ts';
import type { Refine } from './refine.ts';
import { createRefineTurn } from './refine-turn.ts';
import { openRehearsals } from './rehearsal/open-rehearsals.ts';
import type { PlayClient } from './rehearsal/play-client.ts';
import { retainingStore } from './retaining-store.ts';
import { openReview } from './review/open-review.ts';
import { type Bells, createRing } from './ring.ts';
import { createSharing } from './share/create-sharing.ts';
import { createSlack, type SlackApp } from './slack/bolt.ts';
import type { SlackOptions } from './slack/slack-options.ts';
import type { Transport } from './slack/transport.ts';
import { openState, type State } from './state/open-state.ts';
import { createTrendRecorder } from './trends/create-trend-recorder.ts';
import { createWeeklyDigest } from './trends/weekly-digest.ts';
import { warmUp } from './warm-up.ts';
import { createWaysIn } from './ways-in/create-ways-in.ts';
import { createWordOffer } from './word-offer/create-word-offer.ts';

/** What a test replaces; everything else is the real thing. */
export interface AppOverrides {
  readonly transport?: Transport;
  readonly fetch?: SlackOptions['fetch'];
  /** Time limit of one call of Slack's in ms. */
  readonly callMs?: number;
  readonly now?: () => number;
  readonly engine?: Engine;
  /** The second half of a turn; left out, readings stand on rules alone. */
  readonly refine?: Refine | null;
  /** A model that plays the client in rehearsals; left out, the curated lines are played. */
  readonly play?: PlayClient | null;
  /** Name of the language model, for `/impasse status`. */
  readonly model?: string | null;
  /** The language model's data boundary, and whether it answers. */
  readonly modelFacts?: HomeParts['model'];
  /** Attempts on a turn before it is given up. */
  readonly attempts?: number;
  /** Where work is told to; left out, nobody reads it. */
  readonly telemetry?: Telemetry;
}

/** The bot, put together. */
export interface App {
  readonly slack: SlackApp;
  readonly state: State;
  /** Whether this process can do its work now. */
  readiness(): Promise<Readiness>;
  /** What waits for supervisors, as far as this process knows. */
  reviewsWaiting(): Promise<ReviewsWaiting>;
  /** Starts working and receiving; the port listened on, or null over Socket Mode. */
  start(): Promise<number | null>;
  /** Receives no more, finishes or hands back what runs, closes; within about 25 seconds. */
  stop(): Promise<void>;
}

const STOP_MS = 10_000;

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
  engine: Engine,
  log: Log,
  over: AppOverrides,
  records: State['records'],
) {
  const { botToken: token, oauth, apiUrl, channels } = config.slack;
  const { needed, optional } = oauth ? readManifest() : { needed: [], optional: [] };
  const scopes = [...needed, ...optional];
  return {
    ...(oauth === null ? {} : { oauth: { ...oauth, scopes, records } }),
    ...{ token, channels, log, transport: over.transport ?? transportOf(config) },
    view: { say: engine.stages.say, knowledge: engine.knowledge },
    practice: config.practice,
    limits: config.limits,
    ...(apiUrl === undefined ? {} : { apiUrl }),
    ...(over.fetch === undefined ? {} : { fetch: over.fetch }),
    ...(over.callMs === undefined ? {} : { callMs: over.callMs }),
    ...(over.now === undefined ? {} : { now: over.now }),
  };
}

/** A queue whose work carries no ids of whatever happened to wake it. */
function wakesAlone(queue: State['queue']): State['queue'] {
  return { ...queue, wake: (...given) => uncorrelated(() => queue.wake(...given)) };
}

/** The drain, and when it last came to an end. */
function createProgress(drain: ReturnType<typeof createDrain>, seen: (team: string) => void) {
  let ended = performance.now();
  return {
    lastTurn: () => ended,
    drain: (...given: Parameters<typeof drain>) => {
      seen(given[0].team);
      return drain(...given).finally(() => {
        ended = performance.now();
      });
    },
  };
}

/**
 * Puts the bot together: the only place that knows everything.
 * @throws KnowledgeError or StateError, both saying what to do
 */
export async function createApp(config: Config, log: Log, over: AppOverrides = {}): Promise<App> {
  const now = over.now ?? Date.now;
  const telemetry = over.telemetry ?? createTelemetry(new Registry());
  const { observe } = telemetry;
  const built = over.engine ?? buildStages();
  const engine = { ...built, stages: timedStages(built.stages, observe) };
  const state = await openStateOf(config, log, now, over);
  const clock = () => new Date(now());
  const { stages } = engine;
  const { retentionMs } = config.state;
  const { preview } = config;
  const queue = wakesAlone(state.queue);
  const policies = createPolicies(state.records);
  const slack = createSlack({
    ...slackOptionsOf(config, engine, log, over, state.records),
    ...{ claims: state.store, dutyOf: dutyOf(policies) },
    follow: (work) => telemetry.follow('request', { request: randomUUID() }, work),
  });
  const recentPolicy = createRecentPolicy(policies, now);
  const retaining = retainingStore(state.store, retentionMs, recentPolicy);
  const { label } = engine.knowledge;
  const trends = createTrendRecorder({ records: state.records, label, log });
  const review = openReview(engine, {
    ...{ store: timedStore(retaining, observe), records: state.records, alarms: state.alarms },
    ...{ queue, policies, voice: slack.reviews, retentionMs, now, log },
    observe: (deed, waitedMs, team) => {
      telemetry.meters.reviewed(deed, waitedMs);
      if (waitedMs > 0) void trends.reviewed(team, waitedMs, now());
    },
  });
  const { store } = review;
  const paging = openPaging({
    ...{ store, records: state.records, alarms: state.alarms, policies, voice: slack.paging },
    ...{ retentionMs, now, log },
  });
  const intake = observeIntake(
    review.intake(createIntake({ store, queue, stages, retentionMs, preview, now: clock })),
    telemetry,
    log,
  );
  const waysIn = createWaysIn({
    ...{ store, records: state.records, stages, retentionMs, now },
    ...{ model: over.model ?? null, channels: config.slack.channels },
  });
  const rehearsing = openRehearsals(engine, {
    ...{ store, records: state.records, alarms: state.alarms, voice: slack.rehearsal },
    ...{ play: over.play ?? null, preview, retentionMs, now, policies },
  });
  const circumstances = createCircumstances(state.records, clock);
  const followUp = openFollowUps({
    ...{ store, queue, alarms: state.alarms, circumstances, retentionMs },
  });
  const digest = createWeeklyDigest({
    ...{ records: state.records, alarms: state.alarms, policies, store: state.store },
    ...{ voice: slack.digests, mayStand: slack.reviews.mayStand, say: stages.say, now },
  });
  const home = createHome({
    ...{ store, records: state.records, policies, waysIn, say: stages.say, now },
    service: config.slack.oauth === null ? state : null,
    ...{ model: over.modelFacts ?? null, policyChanged: digest.plan },
  });
  const words = createWordOffer({
    ...{ records: state.records, voice: slack.words, retentionMs, log, now },
    restate: createRestate(engine.knowledge.language, engine.knowledge.lexicons),
  });
  const delivery = words.delivery(
    paging.delivery(review.delivery(timedDelivery(slack.delivery, observe))),
  );
  const feedback = createFeedback({
    ...{ store, records: state.records, stages, retentionMs, now },
  });
  const sharing = createSharing({
    ...{ store, records: state.records, delivery, shown: review.shown, retentionMs, now },
  });
  slack.listen({
    home,
    intake,
    policies,
    review: review.desk,
    paging: paging.desk,
    waysIn,
    sharing,
    feedback,
    rehearsals: rehearsing.rehearsals,
    followUps: followUp.followUps,
    courses: createCourses(stages.say),
  });
  const refine = over.refine ? observeRefine(over.refine, telemetry) : null;
  const refineTurn = refine
    ? createRefineTurn({ store, delivery, refine, retentionMs, log })
    : undefined;
  const drain = createDrain({
    ...{ store, delivery, stages, retentionMs, log, telemetry, refineTurn, trends },
    circumstances,
  });
  const giveUp = createGiveUp({ store, slack, responsesFor: stages.responsesFor, log });
  const works = config.role !== 'ingress';
  const reviews = createReviewsWaiting(state.records, now);
  const progress = createProgress(drain, reviews.seen);
  /** What each feature does when an alarm of its kind rings. */
  const bells: Bells = {
    digest: digest.bell,
    ...rehearsing.bells,
    ...review.bells,
    ...paging.bells,
    ...followUp.bells,
  };
  return {
    slack,
    state,
    reviewsWaiting: reviews.waiting,
    readiness: () => {
      const { lastTurn } = progress;
      return readinessOf({ depth: state.depth, isOpen: slack.isOpen, works, lastTurn });
    },
    start: async () => {
      warmUp(built);
      const port = await slack.start();
      if (works) {
        state.queue.work(progress.drain, giveUp);
        state.alarms.work(createRing(bells, log));
      }
      return port;
    },
    stop: async () => {
      await slack.stop(STOP_MS);
      await state.close();
    },
  };
}
