import type { Rule } from '../../pipeline/review/may.ts';
import type { Does } from '../views/act-id.ts';

/** Whom every button of ours is for. A new button without a line here does not compile. */
export const RULES: Readonly<Record<Does, Rule>> = {
  why: 'member',
  'both-sides': 'member',
  'all-words': 'member',
  'all-options': 'member',
  'as-read': 'member',
  'send-text': 'member',
  'edit-text': 'member',
  'cancel-text': 'member',
  missed: 'member',
  'not-identifier': 'member',
  'try-again': 'member',
  tap: 'author',
  untap: 'author',
  'none-of-these': 'author',
  'in-hand': 'author',
  'still-open': 'author',
  'read-again': 'author',
  another: 'author',
  shorter: 'author',
  softer: 'author',
  rung: 'author',
  helpful: 'author',
  'not-helpful': 'author',
  delete: 'author',
  share: 'author',
  'correct-reading': 'author',
  where: 'member',
  guess: 'author',
  'add-line': 'author',
  'went-helped': 'author',
  'went-no-change': 'author',
  'went-worse': 'author',
  'went-not-used': 'author',
  'next-session': 'author',
  'no-follow-ups': 'author',
  'show-reading': 'author',
  plan: 'author',
};

/** Whom every modal is for, by its `callback_id`; a test holds this against what is registered. */
export const MODAL_RULES: Readonly<Record<string, Rule>> = {
  'delete-case': 'author',
  'edit-text': 'member',
  'missed-words': 'member',
  'kept-words': 'member',
  'case-form': 'member',
  'add-line': 'author',
  'note-guess': 'author',
  'make-plan': 'author',
  'step-plan': 'author',
  'forget-me': 'member',
  'share-case': 'author',
  'what-was-off': 'author',
  'correct-reading': 'author',
  settings: 'member',
  'policy-review': 'owner',
  'policy-safety': 'owner',
  'policy-cases': 'owner',
  'policy-hours': 'owner',
  'review-words': 'reviewer',
  'review-flagged': 'reviewer',
  'review-question': 'reviewer',
};

/** The rule listed under a name that came from outside, which may be the name of anything. */
export const listedRule = <Listed extends Rule | null>(
  rules: Readonly<Record<string, Listed>>,
  name: string,
): Listed | undefined => (Object.hasOwn(rules, name) ? rules[name] : undefined);
