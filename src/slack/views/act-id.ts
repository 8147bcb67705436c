import type { Act } from '../../pipeline/message.ts';
import type { Went } from '../../pipeline/thread/tried.ts';

/** What people do about their own messages, in private notes and modals. */
export type OwnDoes =
  | 'as-read'
  | 'send-text'
  | 'edit-text'
  | 'cancel-text'
  | 'missed'
  | 'not-identifier';

/** Acts that follow from what people do about their own messages; no button carries them as such. */
type OwnAct =
  | 'send'
  | 'correct'
  | 'may-teach'
  | 'corrected'
  | 'ask-follow-up'
  | 'went'
  | 'plan-step'
  | 'reviewed';

/** How it went, one button each. */
type WentButton = `went-${Went}`;

/** Everything a button of ours can ask for. */
export type Does =
  | OwnDoes
  | Exclude<Act['does'], OwnAct>
  | 'why'
  | 'both-sides'
  | 'all-words'
  | 'all-options'
  | 'where'
  | 'guess'
  | 'add-line'
  | WentButton
  | 'share'
  | 'correct-reading'
  | 'delete'
  | 'try-again';

const ACT_ID =
  /^(tap|untap|none-of-these|in-hand|still-open|read-again|another|shorter|softer|rung|helpful|not-helpful|why|both-sides|all-words|all-options|delete|share|correct-reading|try-again|as-read|send-text|edit-text|cancel-text|missed|not-identifier|where|guess|add-line|went-helped|went-no-change|went-worse|went-not-used|next-session|no-follow-ups|show-reading|plan)(?::([a-z]{2,4}-[a-z0-9-]{1,60}))?$/;

/** The `action_id` of a button: what it does, and for a tap the taxonomy id. */
export function actId(does: Does, label?: string): string {
  return label === undefined ? does : `${does}:${label}`;
}

/** What an `action_id` asks for, or null when it is none of ours. */
export function readActId(id: string): { readonly does: Does; readonly label: string } | null {
  const match = ACT_ID.exec(id);
  if (!match) return null;
  return { does: match[1] as Does, label: match[2] ?? '' };
}
