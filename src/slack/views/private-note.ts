import type { RemovedCounts } from '../../pipeline/message.ts';
import { actId } from './act-id.ts';
import { actions, type SlackMessage, section } from './blocks.ts';
import { lines } from './markup.ts';
import { type PlaceValue, placeValue } from './place-value.ts';
import { removedWords } from './removed-words.ts';
import type { ViewParts } from './view-parts.ts';

/** Sentences for the reasons to doubt that everything was found. */
const DOUBTS: Readonly<Record<string, string>> = {
  'all-lower-case': 'private.lower-case',
  quasi: 'private.quasi',
  'low-confidence': 'private.doubt',
};

/** One sentence for each reason to doubt. */
export const doubtWords = (doubts: readonly string[], say: ViewParts['say']): string[] =>
  doubts.flatMap((doubt) => (DOUBTS[doubt] ? [say(DOUBTS[doubt])] : []));

/** What the poster alone is told about their message. */
export interface NoteParts {
  readonly removed: RemovedCounts;
  readonly doubts: readonly string[];
  readonly hasFiles: boolean;
  /** The thread of the message, for the button that shows what was read of it. */
  readonly place: Omit<PlaceValue, 'turn'>;
}

/**
 * The private note: which classes of identifier were removed and how to take them out of one's own
 * message, which Slack still shows as it was written; and what may still stand in it. Null when there
 * is nothing to say. Never repeats what was found; a button opens the text as the bot sees it.
 */
export function privateNote(note: NoteParts, { say }: Pick<ViewParts, 'say'>): SlackMessage | null {
  const removed = removedWords(note.removed, say);
  const text = lines([
    ...(removed === '' ? [] : [say('private.removed', { removed }), say('private.removed.mobile')]),
    ...doubtWords(note.doubts, say),
    note.hasFiles ? say('unreadable.file') : '',
  ]);
  if (text === '') return null;
  const show = {
    ...{ text: say('button.as-read'), does: actId('as-read'), value: placeValue(note.place) },
  };
  return {
    text: say('slack.notify.private'),
    blocks: [section('note', text), actions('note-buttons', [show])],
  };
}
