import { type SlackMessage, section } from './blocks.ts';
import { timeWords } from './time-words.ts';
import type { ViewParts } from './view-parts.ts';

/** The line under a card that still waits; `who` are mentions of supervisors. */
export function reminderNote(
  due: { readonly since: number; readonly who: string; readonly escalated: boolean },
  parts: Pick<ViewParts, 'say' | 'duty'>,
): SlackMessage {
  const { say } = parts;
  const { since, who, escalated } = due;
  const words = say(escalated ? 'review.escalated' : 'review.remind', {
    since: timeWords(since, parts),
    who,
  });
  return { text: say('review.notify'), blocks: [section('due', words.trim())] };
}

/** What the people who decide the policy are told of a review that nobody has looked at. */
export function escalationNote(
  late: { readonly since: number; readonly link: string | null },
  parts: Pick<ViewParts, 'say' | 'duty'>,
): SlackMessage {
  const { say } = parts;
  const { since, link } = late;
  const address = link === null ? '' : `<${link}|${say('review.link.name')}>`;
  const words = say('review.escalate', { since: timeWords(since, parts), link: address });
  return { text: say('review.notify'), blocks: [section('late', words.trim())] };
}
