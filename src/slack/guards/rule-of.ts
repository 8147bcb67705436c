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
  helpful: 'author',
  'not-helpful': 'author',
  delete: 'author',
};
