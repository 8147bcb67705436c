import type { AppOverrides } from './app-overrides.ts';
import { createCircumstances } from './circumstances-of.ts';
import { createCourses } from './course/create-courses.ts';
import { createFeedback } from './feedback/create-feedback.ts';
import { openFollowUps } from './follow-up/open-follow-ups.ts';
import type { Foundation } from './foundation.ts';
import { createHome } from './home/create-home.ts';
import { createIntake } from './intake.ts';
import { observeIntake } from './operate/observe-intake.ts';
import { timedDelivery } from './operate/timed-ports.ts';
import { openPaging } from './paging/open-paging.ts';
import { createRestate } from './pipeline/guard/restate.ts';
import type { CaseStore, Delivery } from './pipeline/ports.ts';
import { openRehearsals } from './rehearsal/open-rehearsals.ts';
import { openReview } from './review/open-review.ts';
import type { Bells } from './ring.ts';
import { createSharing } from './share/create-sharing.ts';
import type { Services } from './slack/services.ts';
import { createTrendRecorder, type TrendRecorder } from './trends/create-trend-recorder.ts';
import { createWeeklyDigest } from './trends/weekly-digest.ts';
import { createWaysIn } from './ways-in/create-ways-in.ts';
import { createWordOffer } from './word-offer/create-word-offer.ts';

/** Every feature, opened: what listeners ask for, what rings, and how cases are kept and answered. */
export interface Features {
  readonly services: Services;
  /** What each feature does when an alarm of its kind rings. */
  readonly bells: Bells;
  /** The store with what reviews hold back. */
  readonly store: CaseStore;
  /** Delivery with review, paging and word offers around it. */
  readonly delivery: Delivery;
  readonly circumstances: ReturnType<typeof createCircumstances>;
  readonly trends: TrendRecorder;
}

/** Counting by week, and the supervisors' side, which counts its own times there. */
function openReviewing(base: Foundation) {
  const { engine, state, store, policies, slack, retentionMs, log, telemetry, now } = base;
  const { records, alarms } = state;
  const trends = createTrendRecorder({ records, label: engine.knowledge.label, log });
  const review = openReview(engine, {
    ...{ store, records, alarms, policies, voice: slack.reviews, retentionMs, now, log },
    observe: (deed, waitedMs, team) => {
      telemetry.meters.reviewed(deed, waitedMs);
      if (waitedMs > 0) void trends.reviewed(team, waitedMs, now());
    },
  });
  return { trends, review };
}

/** The Home tab, the ways in and the weekly digest. */
function openHouse(base: Foundation, store: CaseStore, over: AppOverrides) {
  const { config, engine, state, policies, slack, retentionMs, now } = base;
  const { records, alarms } = state;
  const { stages } = engine;
  const { say } = stages;
  const waysIn = createWaysIn({
    ...{ store, records, stages, retentionMs, now },
    ...{ model: over.model ?? null, channels: config.slack.channels },
  });
  const digest = createWeeklyDigest({
    ...{ records, alarms, policies, store: state.store, say, now },
    ...{ voice: slack.digests, mayStand: slack.reviews.mayStand },
  });
  const home = createHome({
    ...{ store, records, policies, waysIn, say, now },
    service: config.slack.oauth === null ? state : null,
    ...{ model: over.modelFacts ?? null, policyChanged: digest.plan },
  });
  return { waysIn, home, digest };
}

/** Opens every feature over the foundation; nothing works or listens yet. */
export function openFeatures(base: Foundation, over: AppOverrides): Features {
  const { config, engine, state, queue, policies, slack, retentionMs, log, telemetry, now } = base;
  const { records, alarms } = state;
  const { stages, knowledge } = engine;
  const { preview } = config;
  const clock = () => new Date(now());
  const { trends, review } = openReviewing(base);
  const { store } = review;
  const shared = { store, records, retentionMs, now };
  const paging = openPaging({ ...shared, alarms, policies, voice: slack.paging, log });
  const intake = createIntake({
    store,
    queue,
    stages,
    reader: base.reader,
    retentionMs,
    preview,
    now: clock,
  });
  const rehearsing = openRehearsals(engine, {
    ...{ ...shared, alarms, voice: slack.rehearsal, play: over.play ?? null, preview, policies },
  });
  const circumstances = createCircumstances(records, clock);
  const followUp = openFollowUps({ store, alarms, circumstances, retentionMs });
  const { waysIn, home, digest } = openHouse(base, store, over);
  const words = createWordOffer({
    ...{ records, voice: slack.words, retentionMs, log, now },
    restate: createRestate(knowledge.language, knowledge.lexicons),
  });
  const plain = timedDelivery(slack.delivery, telemetry.observe);
  const delivery = words.delivery(paging.delivery(review.delivery(plain)));
  return {
    ...{ store, delivery, circumstances, trends },
    services: {
      ...{ home, policies, waysIn, review: review.desk, paging: paging.desk },
      intake: observeIntake(review.intake(intake), telemetry, log),
      sharing: createSharing({ ...shared, delivery, shown: review.shown }),
      feedback: createFeedback({ ...shared, stages }),
      rehearsals: rehearsing.rehearsals,
      followUps: followUp.followUps,
      courses: createCourses(stages.say),
    },
    bells: {
      digest: digest.bell,
      ...{ ...rehearsing.bells, ...review.bells, ...paging.bells, ...followUp.bells },
    },
  };
}
