import type { Restated } from '../../pipeline/guard/restate.ts';
import { context, type SlackMessage, section } from './blocks.ts';
import { plain } from './markup.ts';
import { quote } from './quote.ts';
import type { ViewParts } from './view-parts.ts';

const WORD = 60;
const INSTEAD = 160;

/** One harsh word of a write-up and what could be said instead, for its writer alone. */
export function wordOffer(
  { found, instead }: Pick<Restated, 'found' | 'instead'>,
  { say }: Pick<ViewParts, 'say'>,
): SlackMessage {
  const [one = '', other] = instead.map((each) => `“${plain(each, INSTEAD)}”`);
  const text = say('private.language', {
    word: quote(found, WORD),
    instead: other === undefined ? one : say('private.language.or', { one, other }),
  });
  return {
    text: say('slack.notify.private'),
    blocks: [section('word', text), context('word-once', [say('private.language.once')])],
  };
}
