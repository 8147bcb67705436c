import type { CaseThread } from '../../pipeline/thread/case-thread.ts';
import { actId } from './act-id.ts';
import { actions, context, type SlackMessage, section } from './blocks.ts';
import { bold, lines } from './markup.ts';
import type { ViewParts } from './view-parts.ts';

/** Asks for the clinician's own guess; the reading waits for it, or for 'Show the reading now'. */
export function hypothesisQuestion(
  kase: CaseThread,
  { say }: Pick<ViewParts, 'say'>,
): SlackMessage {
  const guess = { text: say('button.guess'), does: actId('guess'), value: kase.id };
  const skip = { text: say('button.show-reading'), does: actId('show-reading'), value: kase.id };
  return {
    text: say('hypothesis.notify'),
    blocks: [
      section('guess-first', lines([bold(say('hypothesis.ask')), say('hypothesis.why')])),
      actions('guess-buttons', [{ ...guess, primary: true }, skip]),
      context('guess-setting', [say('hypothesis.setting')]),
    ],
  };
}
