import type { AppOverrides } from './app-overrides.ts';
import type { Config } from './config.ts';
import { createDrain } from './drain.ts';
import { type Features, openFeatures } from './features.ts';
import { type Foundation, openFoundation } from './foundation.ts';
import { createGiveUp } from './give-up.ts';
import type { Log } from './log.ts';
import { observeRefine } from './operate/observe-refine.ts';
import type { ReviewsWaiting } from './operate/queue-gauges.ts';
import { type Readiness, readinessOf } from './operate/readiness.ts';
import { createReviewsWaiting } from './operate/reviews-waiting.ts';
import type { Refine } from './refine.ts';
import { createRefineTurn } from './refine-turn.ts';
import { createRing } from './ring.ts';
import type { SlackApp } from './slack/bolt.ts';
import type { State } from './state/open-state.ts';
import { warmUp } from './warm-up.ts';

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

/** What works off waiting turns, with a second half where a language model refines them. */
function createWork(base: Foundation, features: Features, refine: Refine | null | undefined) {
  const { engine, retentionMs, log, telemetry, slack } = base;
  const { store, delivery, circumstances, trends } = features;
  const { stages } = engine;
  const refineTurn = refine
    ? createRefineTurn({
        ...{ store, delivery, retentionMs, log },
        refine: observeRefine(refine, telemetry),
      })
    : undefined;
  return {
    drain: createDrain({
      ...{ store, delivery, stages, retentionMs, log, telemetry, refineTurn, trends },
      circumstances,
    }),
    giveUp: createGiveUp({ store, slack, responsesFor: stages.responsesFor, log }),
  };
}

/**
 * Puts the bot together: the foundation, the features on it, and what works and listens.
 * @throws KnowledgeError or StateError, both saying what to do
 */
export async function createApp(config: Config, log: Log, over: AppOverrides = {}): Promise<App> {
  const base = await openFoundation(config, log, over);
  const features = openFeatures(base, over);
  const { slack, state, now } = base;
  slack.listen(features.services);
  const works = config.role !== 'ingress';
  const { drain, giveUp } = createWork(base, features, over.refine);
  const reviews = createReviewsWaiting(state.records, now);
  const progress = createProgress(drain, reviews.seen);
  return {
    slack,
    state,
    reviewsWaiting: reviews.waiting,
    readiness: () => {
      const { lastTurn } = progress;
      return readinessOf({ depth: state.depth, isOpen: slack.isOpen, works, lastTurn });
    },
    start: async () => {
      const warmRest = warmUp(base.plain, log);
      const port = await slack.start();
      setImmediate(warmRest);
      base.reader.start();
      if (works) {
        state.queue.work(progress.drain, giveUp);
        state.alarms.work(createRing(features.bells, log));
      }
      return port;
    },
    stop: async () => {
      await slack.stop(STOP_MS);
      await base.reader.close();
      await state.close();
    },
  };
}
