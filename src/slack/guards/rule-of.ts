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
  'forget-me': 'member',
};
