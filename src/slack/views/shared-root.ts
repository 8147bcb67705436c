import type { CaseThread } from '../../pipeline/thread/case-thread.ts';
import { type SlackMessage, section } from './blocks.ts';
import { storedText } from './stored-text.ts';
import type { ViewParts } from './view-parts.ts';

/** Letters of the account that one message shows beside everything else. */
const MOST_LETTERS = 8_000;

/** The message that opens a shared case in a channel: by whom, and the de-identified account. */
export function sharedRoot(
  { author, turns }: Pick<CaseThread, 'author' | 'turns'>,
  { say }: Pick<ViewParts, 'say'>,
): SlackMessage {
  const told = turns.map(({ text }) => text).join('\n');
  const text = told.length > MOST_LETTERS ? `${told.slice(0, MOST_LETTERS)}…` : told;
  const blocks = [
    section('shared', say('share.root', { user: author })),
    ...storedText('case', text),
  ];
  return { text: say('share.notify'), blocks };
}
