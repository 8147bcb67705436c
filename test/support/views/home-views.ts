import fc from 'fast-check';
import { LENSES } from '../../../src/pipeline/settings/person-settings.ts';
import type { WorkspacePolicy } from '../../../src/pipeline/settings/workspace-policy.ts';
import { OUTCOMES } from '../../../src/pipeline/trends/count-outcomes.ts';
import { finishedWeeks } from '../../../src/pipeline/trends/iso-week.ts';
import { REVIEW_BANDS } from '../../../src/pipeline/trends/review-bands.ts';
import { trendsOf } from '../../../src/pipeline/trends/trends.ts';
import { trendsInWords } from '../../../src/pipeline/trends/trends-in-words.ts';
import { digestMessage } from '../../../src/slack/views/digest-message.ts';
import { QUEUE_FILTERS } from '../../../src/slack/views/home/home-ids.ts';
import { homeView, plainHome } from '../../../src/slack/views/home/home-view.ts';
import { POLICY_PARTS, policyModal } from '../../../src/slack/views/policy/policy-modal.ts';
import { trendsModal } from '../../../src/slack/views/trends-modal.ts';
import { anyText } from '../outcomes.ts';
import { view } from '../view-parts.ts';
import { stage } from './any-case.ts';
import {
  type AnyViews,
  address,
  channelId,
  knowledge,
  many,
  message,
  page,
  threadKey,
  time,
  userId,
} from './rendered.ts';
import { anyReview } from './supervisor-views.ts';
import { scopes, status } from './ways-in-views.ts';

const NOW = Date.UTC(2026, 10, 22);

/** Any policy an owner, an older version or a broken hand may have left. */
const policy: fc.Arbitrary<WorkspacePolicy> = fc.record({
  ...{ review: fc.constantFrom('open', 'gate'), supervisionChannel: fc.option(channelId) },
  ...{ supervisorGroup: fc.option(fc.constant('S0OURS1234')), supervisors: many(userId) },
  ...{ owners: many(userId), onCall: many(userId), channels: fc.option(many(channelId)) },
  contacts: fc.record({
    ...{ emergency: fc.option(anyText), crisis: fc.option(anyText), duty: fc.option(anyText) },
  }),
  retentionDays: fc.option(fc.integer({ min: 1, max: 365 })),
  ...{ followUps: fc.boolean(), digest: fc.boolean(), paused: fc.boolean() },
  workingHours: fc.record({
    days: fc.subarray([1, 2, 3, 4, 5, 6, 7]),
    ...{ from: fc.nat(23), to: fc.integer({ min: 1, max: 24 }) },
    zone: fc.oneof(fc.constant('Europe/London'), anyText),
  }),
  remindAfterHours: fc.nat(999),
  escalateAfterHours: fc.nat(999),
});

const homeCase = fc.record({
  ...{ key: threadKey, lastAt: time, link: address, stage: fc.option(stage) },
  followUpAt: fc.option(time),
  state: fc.constantFrom('T0-received', 'T1-safety', 'T2-gaps', 'T3-formulate', 'T4-options'),
});
const clinician = fc.record({
  ...{ cases: fc.array(homeCase, { maxLength: 12 }), more: fc.nat() },
  settings: fc.record({
    lens: fc.option(fc.constantFrom(...LENSES)),
    ...{ hypothesisFirst: fc.boolean(), followUps: fc.boolean(), wordOffers: fc.boolean() },
  }),
});
const linked = fc.record({
  ...{ review: anyReview, waitedMs: fc.nat(), flagged: fc.boolean(), link: address },
});
const supervisor = fc.record({
  filter: fc.constantFrom(...QUEUE_FILTERS),
  ...{ reviews: fc.array(linked, { maxLength: 12 }), more: fc.nat() },
  counts: fc.record({ waiting: fc.nat(), flagged: fc.nat(), mine: fc.nat(), all: fc.nat() }),
  trends: fc.constantFrom([], ['Moving away: 1,204 cases.', 'Moving against: fewer than five']),
});
const service = fc.record({
  ...{ waiting: fc.nat(), failed: fc.nat() },
  health: many(
    fc.record({ level: fc.constantFrom('ok', 'warn', 'fail'), found: anyText, cure: anyText }),
    20,
  ),
});
const operations = fc.record({
  ...{ status, modelAnswers: fc.option(fc.boolean()), service: fc.option(service) },
  boundary: fc.option(fc.constantFrom('local', 'baa', 'none')),
});
const facts = fc.record({
  ...{ clinician, supervisor: fc.option(supervisor), unchecked: fc.boolean() },
  owner: fc.option(fc.record({ policy, operations, scopes })),
});

const counted = (ids: readonly string[]) =>
  fc.dictionary(fc.constantFrom(...ids), fc.nat({ max: 999_999 }), { maxKeys: 40, size: 'max' });
const labels = (...families: readonly string[]) =>
  knowledge.taxonomy.filter(({ family }) => families.includes(family)).map(({ id }) => id);
const week = fc.record({
  direction: counted(['withdrawal', 'confrontation', 'mixed', 'none']),
  marker: counted(labels('withdrawal', 'confrontation', 'mixed')),
  trigger: counted(labels('trigger')),
  outcome: counted(OUTCOMES),
  review: counted(REVIEW_BANDS),
});
const trends = fc
  .array(week, { minLength: 1, maxLength: 66 })
  .map(
    (weeks) => new Map(finishedWeeks(NOW, weeks.length).map((id, at) => [id, weeks[at] ?? null])),
  )
  .map((kept) => new Map([...kept].flatMap(([id, each]) => (each ? [[id, each] as const] : []))))
  .map((kept) => trendsInWords(trendsOf(kept, NOW, OUTCOMES), view.say));
const file = fc.option(fc.constant('F0OURS1234'));

/** Any Home tab, form of the policy, or account of the trends, by its file. */
export const HOME_VIEWS: Readonly<Record<string, AnyViews>> = {
  'digest-message': fc
    .tuple(trends, file, fc.nat())
    .map(([all, picture, waiting]) => [
      message(digestMessage({ week: '16 November 2026', trends: all, waiting }, picture, view)),
    ]),
  'home/home-view': facts.map((each) => [
    page(homeView(each, view)),
    page(plainHome(view.say('home.failed'))),
  ]),
  'policy/policy-modal': policy.map((each) =>
    POLICY_PARTS.map((part) => page(policyModal(part, each, view))),
  ),
  'trends-modal': fc
    .tuple(trends, file)
    .map(([all, picture]) => [page(trendsModal(all, picture, view))]),
};
