/** Everybody who may press anything, wanted or not. `author` brought the case. */
export type Person =
  | 'author'
  | 'clinician'
  | 'supervisor'
  | 'owner'
  | 'duty'
  | 'guest'
  | 'external'
  | 'bot'
  | 'deactivated'
  | 'unchecked';

interface Row {
  readonly for: readonly Person[];
  /** The `action_id` to press where a bare one is no button. */
  readonly as?: string;
}

const EVERYBODY: readonly Person[] = ['author', 'clinician', 'supervisor', 'owner', 'duty'];
const MEMBERS: Row = { for: EVERYBODY };
const AUTHOR: Row = { for: ['author'] };
const SUPERVISOR: Row = { for: ['supervisor'] };

/** Who may press what, as designed; written down apart from the program's own table. */
export const ACTIONS: Readonly<Record<string, Row>> = {
  why: MEMBERS,
  'both-sides': MEMBERS,
  'all-words': MEMBERS,
  'all-options': MEMBERS,
  where: MEMBERS,
  'as-read': MEMBERS,
  'send-text': MEMBERS,
  'edit-text': MEMBERS,
  'cancel-text': MEMBERS,
  missed: MEMBERS,
  'not-identifier': MEMBERS,
  'try-again': MEMBERS,
  tap: { for: ['author'], as: 'tap:wd-denial' },
  untap: { for: ['author'], as: 'untap:wd-denial' },
  'none-of-these': AUTHOR,
  'in-hand': AUTHOR,
  'still-open': AUTHOR,
  'read-again': AUTHOR,
  another: AUTHOR,
  shorter: AUTHOR,
  softer: AUTHOR,
  rung: AUTHOR,
  helpful: AUTHOR,
  'not-helpful': AUTHOR,
  delete: AUTHOR,
  share: AUTHOR,
  'correct-reading': AUTHOR,
  guess: AUTHOR,
  'add-line': AUTHOR,
  'went-helped': AUTHOR,
  'went-no-change': AUTHOR,
  'went-worse': AUTHOR,
  'went-not-used': AUTHOR,
  'next-session': AUTHOR,
  'no-follow-ups': AUTHOR,
  'show-reading': AUTHOR,
  plan: AUTHOR,
  rehearse: AUTHOR,
  'rehearse-stop': MEMBERS,
  'way-form': MEMBERS,
  'way-example': MEMBERS,
  'home-new': MEMBERS,
  'home-settings': MEMBERS,
  'home-forget': MEMBERS,
  'home-filter': SUPERVISOR,
  'home-trends': SUPERVISOR,
  'home-policy': { for: ['owner'], as: 'home-policy:review' },
  'ask-supervisor': AUTHOR,
  'review-approve': SUPERVISOR,
  'review-reword': SUPERVISOR,
  'review-flag': SUPERVISOR,
  'review-take-over': SUPERVISOR,
  'review-ask-back': SUPERVISOR,
  'page-have': { for: ['supervisor', 'duty'] },
};

/** From whom each modal is taken. */
export const MODALS: Readonly<Record<string, readonly Person[]>> = {
  'delete-case': ['author'],
  'edit-text': EVERYBODY,
  'missed-words': EVERYBODY,
  'kept-words': EVERYBODY,
  'case-form': EVERYBODY,
  'add-line': ['author'],
  'note-guess': ['author'],
  'make-plan': ['author'],
  'step-plan': ['author'],
  'forget-me': EVERYBODY,
  'share-case': ['author'],
  'what-was-off': ['author'],
  'correct-reading': ['author'],
  settings: EVERYBODY,
  'policy-review': ['owner'],
  'policy-safety': ['owner'],
  'policy-cases': ['owner'],
  'policy-hours': ['owner'],
  'review-words': ['supervisor'],
  'review-flagged': ['supervisor'],
  'review-question': ['supervisor'],
};
