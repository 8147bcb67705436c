import fc from 'fast-check';
import { casesMessage } from '../../../src/slack/views/cases-message.ts';
import { forgetMeModal, forgottenModal } from '../../../src/slack/views/forget-me-modal.ts';
import { helpMessage } from '../../../src/slack/views/help-message.ts';
import { intakeModal } from '../../../src/slack/views/intake-modal.ts';
import { privateRoot } from '../../../src/slack/views/private-root.ts';
import { promptAnswer } from '../../../src/slack/views/prompts.ts';
import { refusal } from '../../../src/slack/views/refusal.ts';
import { shareModal } from '../../../src/slack/views/share-modal.ts';
import { sharedRoot } from '../../../src/slack/views/shared-root.ts';
import { statusMessage } from '../../../src/slack/views/status-message.ts';
import { welcomeMessage } from '../../../src/slack/views/welcome-message.ts';
import { anyText, removed, screens } from '../outcomes.ts';
import { view } from '../view-parts.ts';
import { anyCase } from './any-case.ts';
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
} from './rendered.ts';

const state = fc.constantFrom(
  ...([
    'T0-received',
    'T1-safety',
    'T2-gaps',
    'T3-formulate',
    'T4-options',
    'T5-follow-up',
  ] as const),
);
const ownCase = fc.record({ key: threadKey, state, lastAt: time, link: address });
const looked = fc.oneof(
  fc.constant(null),
  fc.record({ kind: fc.constant('readable' as const), removed }),
  fc.record({
    kind: fc.constant('refused' as const),
    why: fc.constantFrom('leak', 'failed', 'empty', 'no-words', 'too-long', 'not-english'),
  }),
);

/** The form is opened only for somebody who has a channel to share to. */
const targets = fc.uniqueArray(fc.record({ id: channelId, name: anyText }), {
  ...{ minLength: 1, maxLength: 150, selector: ({ id }) => id },
});

/** What is set up in any workspace. */
export const status = fc.record({
  ...{ model: fc.option(anyText), retentionDays: fc.nat(365), channels: many(channelId, 50) },
  ...{ paused: fc.boolean(), gate: fc.boolean(), supervised: fc.boolean(), contacts: fc.boolean() },
});
export const scopes = fc.option(fc.subarray(['channels:history', 'groups:history', 'chat:write']));

/** Any view of the ways in, by its file. */
export const WAYS_IN_VIEWS: Readonly<Record<string, AnyViews>> = {
  'cases-message': fc
    .tuple(fc.array(ownCase, { maxLength: 10 }), fc.nat())
    .map(([all, more]) => [message(casesMessage(all, more, view))]),
  'forget-me-modal': fc
    .tuple(fc.nat(), fc.nat())
    .map(([cases, parts]) => [
      page(forgetMeModal(view)),
      page(forgottenModal(null, view)),
      page(forgottenModal({ cases, parts, replies: [] }, view)),
    ]),
  'help-message': fc.constant([message(helpMessage(view))]),
  'intake-modal': looked.map((each) => [page(intakeModal(each, view))]),
  'private-root': fc.option(anyText).map((text) => [message(privateRoot(text, view))]),
  prompts: fc
    .constantFrom(...(['example', 'form', 'kept', 'about'] as const))
    .map((prompt) => [message(promptAnswer(prompt, view))]),
  refusal: fc
    .tuple(many(channelId, 20), fc.option(screens(knowledge)))
    .map(([channels, safety]) => [message(refusal('channel-not-allowed', channels, safety, view))]),
  'share-modal': fc
    .tuple(anyCase, threadKey, targets)
    .map(([kase, key, targets]) => [
      page(shareModal(kase, { ...key, caseId: 'case_abcdefgh' }, targets, view)),
    ]),
  'shared-root': anyCase.map((kase) => [message(sharedRoot(kase, view))]),
  'status-message': fc
    .tuple(status, scopes)
    .map(([each, granted]) => [message(statusMessage(each, granted, view))]),
  'welcome-message': fc.constant([message(welcomeMessage(view))]),
};
