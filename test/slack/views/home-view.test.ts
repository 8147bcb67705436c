import { describe, expect, it } from 'vitest';
import type { OpenReview } from '../../../src/pipeline/review/open-reviews.ts';
import type { Review } from '../../../src/pipeline/review/review.ts';
import { DEFAULT_SETTINGS } from '../../../src/pipeline/settings/person-settings.ts';
import { DEFAULT_POLICY } from '../../../src/pipeline/settings/workspace-policy.ts';
import type { OwnerHome } from '../../../src/slack/views/home/home-owner.ts';
import { filtered, type SupervisorHome } from '../../../src/slack/views/home/home-queue.ts';
import { homeView } from '../../../src/slack/views/home/home-view.ts';
import { KEY, OTHER } from '../../support/builders.ts';
import { textOf } from '../../support/fake-slack.ts';
import { StubHome } from '../../support/stub-home.ts';
import { view } from '../../support/view-parts.ts';

const { say } = view;
const clinician = { cases: [], more: 0, settings: DEFAULT_SETTINGS };
const supervisor = (waiting: number): SupervisorHome => ({
  ...{ filter: 'waiting', reviews: [], more: 0, trends: [] },
  counts: { waiting, flagged: 0, mine: 0, all: waiting },
});
const owner = async (paused: boolean): Promise<OwnerHome> => ({
  policy: { ...DEFAULT_POLICY, paused },
  operations: await new StubHome().operations(),
  scopes: ['chat:write'],
});
const shown = (facts: Partial<Parameters<typeof homeView>[0]>) =>
  textOf(
    homeView({ clinician, supervisor: null, owner: null, unchecked: false, ...facts }, view).blocks,
  );

describe('homeView', () => {
  it('puts what waits for a supervisor first, and their own cases when nothing does', () => {
    const at = (text: string, title: string) => text.indexOf(say(title));
    const busy = shown({ supervisor: supervisor(2) });
    const quiet = shown({ supervisor: supervisor(0) });
    expect(at(busy, 'home.queue.title')).toBeLessThan(at(busy, 'home.cases.title'));
    expect(at(quiet, 'home.queue.title')).toBeGreaterThan(at(quiet, 'home.cases.title'));
  });

  it('says at the top that it is paused, and what an install without histories loses', async () => {
    const text = shown({ owner: await owner(true) });
    expect(text.indexOf(say('home.paused'))).toBeLessThan(text.indexOf(say('home.cases.title')));
    expect(text).toContain(say('home.no-history'));
    expect(shown({ owner: await owner(false) })).not.toContain(say('home.paused'));
  });

  it('says when a role could not be looked up', () => {
    expect(shown({ unchecked: true })).toContain(say('home.unchecked'));
    expect(shown({})).not.toContain(say('home.unchecked'));
  });
});

describe('filtered', () => {
  const review = (
    caseId: string,
    state: Review['state'],
    since: number,
    by?: string,
  ): OpenReview => ({
    waitedMs: 0,
    flagged: state === 'flagged',
    review: {
      ...{ key: KEY, caseId, author: OTHER, asked: 'gate', state, since, about: '', card: null },
      ...{ released: [], barred: [], instead: [] },
      decisions: by
        ? [
            {
              id: 'd',
              deed: 'take-over',
              by,
              at: 0,
              note: null,
              reasons: [],
              waitedMs: 0,
              told: null,
            },
          ]
        : [],
    },
  });
  const all = [
    review('new', 'waiting', 30),
    review('old', 'waiting', 10),
    review('asked', 'asked-back', 20),
    review('flag', 'flagged', 5),
    review('mine', 'taken-over', 1, 'U04SUPER'),
    review('theirs', 'taken-over', 2, OTHER),
  ];
  it.each([
    ['waiting', ['old', 'asked', 'new']],
    ['flagged', ['flag']],
    ['mine', ['mine']],
    ['all', ['mine', 'theirs', 'flag', 'old', 'asked', 'new']],
  ] as const)('%s, oldest first', (filter, ids) => {
    expect(filtered(all, filter, 'U04SUPER').map(({ review: { caseId } }) => caseId)).toEqual(ids);
  });
});
