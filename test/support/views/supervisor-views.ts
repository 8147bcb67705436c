import fc from 'fast-check';
import type { Page } from '../../../src/pipeline/paging/page.ts';
import { phraseMark } from '../../../src/pipeline/review/phrase-mark.ts';
import { FLAG_REASONS, type Review } from '../../../src/pipeline/review/review.ts';
import { acknowledgedNote, pageMessage } from '../../../src/slack/views/page-message.ts';
import { reviewCard, withdrawnCard } from '../../../src/slack/views/review-card.ts';
import { flagModal, questionModal, rewordModal } from '../../../src/slack/views/review-modals.ts';
import { reviewNote } from '../../../src/slack/views/review-note.ts';
import { escalationNote, reminderNote } from '../../../src/slack/views/review-reminder.ts';
import { assessments, safeText } from '../outcomes.ts';
import { view } from '../view-parts.ts';
import {
  type AnyViews,
  address,
  channelId,
  knowledge,
  message,
  page,
  threadKey,
  time,
  userId,
} from './rendered.ts';

const assessment = assessments(knowledge);
const value = channelId.map((channel) => ({
  ...{ caseId: 'case_abcdefgh', about: '0123456789abcdef', channel },
}));
const decision = fc.record({
  ...{ id: fc.constant('press_abcdefgh'), by: userId, at: time, waitedMs: fc.nat() },
  deed: fc.constantFrom('approve', 'reword', 'flag', 'take-over', 'ask-back'),
  note: fc.option(safeText),
  reasons: fc.subarray([...FLAG_REASONS]),
  told: fc.constant(null),
});
const card = fc.option(channelId.map((channel) => ({ channel, ts: '1700000000.000100' })));

/** Any review that is kept; `released` and the like may be about phrases that are gone. */
export const anyReview: fc.Arbitrary<Review> = fc.record({
  ...{ key: threadKey, caseId: fc.constant('case_abcdefgh'), author: userId, since: time, card },
  asked: fc.constantFrom('gate', 'author'),
  state: fc.constantFrom('waiting', 'approved', 'reworded', 'flagged', 'taken-over', 'asked-back'),
  about: fc.constant('0123456789abcdef'),
  ...{ released: fc.constant([]), barred: fc.constant([]) },
  instead: fc.array(fc.record({ mark: fc.constant('mark'), text: safeText }), { maxLength: 3 }),
  decisions: fc.array(decision, { maxLength: 9 }),
});

const anyPage: fc.Arbitrary<Page> = fc.record({
  ...{ key: threadKey, episode: fc.constant('turn_abcdefgh'), author: userId, since: time },
  labels: fc.subarray(knowledge.safety.map(({ id }) => id)),
  state: fc.constantFrom('open', 'acknowledged', 'in-hand'),
  ...{ by: fc.option(userId), at: fc.option(time), nags: fc.nat(9), messages: fc.constant([]) },
});

/** Any view of what supervisors and people on call see, by its file. */
export const SUPERVISOR_VIEWS: Readonly<Record<string, AnyViews>> = {
  'page-message': fc
    .tuple(anyPage, address)
    .map(([each, link]) => [
      message(pageMessage(each, link, view)),
      message(acknowledgedNote({ by: each.by ?? each.author, at: each.at ?? 0 }, view)),
    ]),
  'review-card': fc.tuple(anyReview, assessment, address).map(([review, each, link]) => {
    const instead = each.suggestions.phrases.flatMap((phrase) =>
      review.instead.slice(0, 1).map(({ text }) => ({ mark: phraseMark(phrase), text })),
    );
    const shown = { review: { ...review, instead }, assessment: each, link };
    return [message(reviewCard(shown, view)), message(withdrawnCard(view))];
  }),
  'review-modals': fc
    .tuple(assessment, value)
    .map(([each, carried]) => [
      page(rewordModal(each, carried, view)),
      page(flagModal(carried, view)),
      page(questionModal(carried, view)),
    ]),
  'review-note': fc
    .tuple(decision, anyReview)
    .map(([each, review]) => [message(reviewNote(each, review, view))]),
  'review-reminder': fc
    .record({ since: time, who: fc.constant(''), escalated: fc.boolean(), link: address })
    .map((due) => [message(reminderNote(due, view)), message(escalationNote(due, view))]),
};
