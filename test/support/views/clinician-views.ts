import fc from 'fast-check';
import { LENSES } from '../../../src/pipeline/settings/person-settings.ts';
import { SIZES } from '../../../src/pipeline/thread/planner/consultation-plan.ts';
import { coursePicture } from '../../../src/pipeline/thread/stages/course-picture.ts';
import { asReadModal } from '../../../src/slack/views/as-read-modal.ts';
import { bothSidesModal } from '../../../src/slack/views/both-sides-modal.ts';
import { correctionModal } from '../../../src/slack/views/correction-modal.ts';
import { deleteModal } from '../../../src/slack/views/delete-modal.ts';
import { editModal } from '../../../src/slack/views/edit-modal.ts';
import { feedbackModal } from '../../../src/slack/views/feedback-modal.ts';
import { gaveUpReply } from '../../../src/slack/views/gave-up.ts';
import { hypothesisQuestion } from '../../../src/slack/views/hypothesis-question.ts';
import { guessModal, lineModal } from '../../../src/slack/views/line-modal.ts';
import { noteModal } from '../../../src/slack/views/note-modal.ts';
import { optionsModal } from '../../../src/slack/views/options-modal.ts';
import { makePlanModal, planModal, plannedModal } from '../../../src/slack/views/plan-modal.ts';
import { previewNote } from '../../../src/slack/views/preview-note.ts';
import { privateNote } from '../../../src/slack/views/private-note.ts';
import { readingCorrectionModal } from '../../../src/slack/views/reading-correction-modal.ts';
import { readingReply } from '../../../src/slack/views/reading-reply.ts';
import { practiceReply } from '../../../src/slack/views/rehearsal/practice-reply.ts';
import { reply } from '../../../src/slack/views/reply.ts';
import { fixedSafety, safetyReply } from '../../../src/slack/views/safety-reply.ts';
import { settingsModal } from '../../../src/slack/views/settings-modal.ts';
import { unreadableReply } from '../../../src/slack/views/unreadable-reply.ts';
import { whereModal } from '../../../src/slack/views/where-modal.ts';
import { whyModal } from '../../../src/slack/views/why-modal.ts';
import { wordOffer } from '../../../src/slack/views/word-offer.ts';
import { wordsModal } from '../../../src/slack/views/words-modal.ts';
import { anyText, assessments, outcomes, removed, safeText, screens } from '../outcomes.ts';
import { view } from '../view-parts.ts';
import { anyCase, stage } from './any-case.ts';
import { anyPractice } from './any-practice.ts';
import { type AnyViews, knowledge, many, message, page, threadKey, time } from './rendered.ts';

const assessment = assessments(knowledge);
const screen = screens(knowledge);
const turnId = fc.constant('turn_abcdefgh');
const held = fc.record({
  ...{ turn: turnId, text: safeText, removed, hasFiles: fc.boolean() },
  doubts: fc.subarray(['all-lower-case', 'quasi', 'low-confidence', 'unknown']),
});
const written = fc.record({
  ...{ turn: turnId, ts: fc.constant('1700000000.000100'), at: time, text: safeText },
  held: fc.boolean(),
});
const unreadable = fc.record({
  kind: fc.constant('unreadable' as const),
  why: fc.constantFrom('empty' as const, 'no-words' as const, 'too-long' as const),
  safety: screen,
});
const settings = fc.record({
  lens: fc.option(fc.constantFrom(...LENSES)),
  ...{ hypothesisFirst: fc.boolean(), followUps: fc.boolean(), wordOffers: fc.boolean() },
});
const restated = fc.record({
  rule: fc.constant('lr-any'),
  found: anyText,
  instead: fc.array(anyText, { maxLength: 4 }),
});
const PLACE = 'C0OURS1234 1700000000.000100 case_abcdefgh';

/** Any view of what a clinician sees of their cases, by its file. */
export const CLINICIAN_VIEWS: Readonly<Record<string, AnyViews>> = {
  'as-read-modal': fc
    .tuple(threadKey, many(written, 40))
    .map(([key, all]) => [page(asReadModal(key, all, view))]),
  'both-sides-modal': assessment.map((each) => [
    each.formulation ? page(bothSidesModal(each.formulation, each, 0, view)) : null,
  ]),
  'correction-modal': threadKey.map((key) => [
    page(correctionModal('missed', key, view)),
    page(correctionModal('not-identifier', key, view)),
  ]),
  'delete-modal': threadKey.map((key) => [page(deleteModal(key, view))]),
  'edit-modal': fc.tuple(threadKey, held).map(([key, each]) => [page(editModal(key, each, view))]),
  'feedback-modal': threadKey.map((key) => [page(feedbackModal(key, 'case_abcdefgh', view))]),
  'gave-up': fc
    .option(screen)
    .map((safety) => [message(gaveUpReply('turn_abcdefgh', safety, view))]),
  'hypothesis-question': anyCase.map((kase) => [message(hypothesisQuestion(kase, view))]),
  'line-modal': threadKey.map((key) => [page(lineModal(key, view)), page(guessModal(key, view))]),
  'note-modal': fc
    .option(screen)
    .map((safety) => [page(noteModal('form.title', view.say('way.late'), safety, view))]),
  'options-modal': assessment.map((each) => [page(optionsModal(each, view))]),
  'plan-modal': anyCase.map((kase) => [
    page(makePlanModal(kase, view)),
    page(planModal(kase, view)),
    ...SIZES.map((size) => page(plannedModal(size, kase, view))),
  ]),
  'preview-note': fc
    .tuple(held, threadKey)
    .map(([each, key]) => [message(previewNote(each, key, view))]),
  'private-note': fc
    .tuple(held, threadKey)
    .map(([each, place]) => [message(privateNote({ ...each, place }, view))]),
  'reading-correction-modal': fc
    .tuple(assessment, threadKey)
    .map(([each, key]) => [page(readingCorrectionModal(each, key, 'case_abcdefgh', view))]),
  'reading-reply': fc
    .tuple(assessment, fc.array(anyText, { maxLength: 9 }), anyCase)
    .map(([each, changed, kase]) => [
      message(readingReply({ kind: 'reading', assessment: each, changed }, kase, view)),
    ]),
  'rehearsal/practice-reply': anyPractice.map((each) => [message(practiceReply(each, view))]),
  reply: fc
    .tuple(outcomes(knowledge), anyCase)
    .map(([outcome, kase]) => [message(reply(outcome, kase, view))]),
  'safety-reply': fc
    .tuple(screen, anyCase)
    .map(([safety, kase]) => [
      message(fixedSafety(safety, view)),
      message(safetyReply(safety, kase.assessment?.versions ?? null, kase, view)),
    ]),
  'settings-modal': settings.map((each) => [page(settingsModal(each, view))]),
  'unreadable-reply': fc
    .tuple(unreadable, anyCase)
    .map(([outcome, kase]) => [message(unreadableReply(outcome, kase, view))]),
  'where-modal': stage.map((each) => {
    const picture = each && coursePicture(each, knowledge.machines);
    const held = picture && { file: 'F01', picture };
    return [each && page(whereModal(each, null, view)), each && page(whereModal(each, held, view))];
  }),
  'why-modal': assessment.map((each) => [
    page(whyModal(each, 0, view)),
    page(whyModal(each, 0, view, PLACE)),
  ]),
  'word-offer': restated.map((each) => [message(wordOffer(each, view))]),
  'words-modal': assessment.map((each) => [page(wordsModal(each, view))]),
};
