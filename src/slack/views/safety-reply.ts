import type { SafetyScreen, Versions } from '../../pipeline/outcome.ts';
import type { CaseThread } from '../../pipeline/thread/case-thread.ts';
import { actId } from './act-id.ts';
import { actions, context, type SlackMessage, section } from './blocks.ts';
import { footer } from './footer.ts';
import { forYouSection } from './phrases-section.ts';
import { safetyContent } from './safety-content.ts';
import type { ViewParts } from './view-parts.ts';

const FOOTER = ['helpful', 'not-helpful', 'as-read', 'delete'] as const;

/** Fixed safety content alone, for when there is no case to answer for; quotes nothing. */
export function fixedSafety(safety: SafetyScreen, parts: ViewParts): SlackMessage {
  return { text: parts.say('reply.preview.safety'), blocks: safetyContent(safety, parts) };
}

/**
 * The reply while something is open or to be asked: nothing but safety, and the two buttons by which
 * only the author says where it stands.
 */
export function safetyReply(
  safety: SafetyScreen,
  versions: Versions | null,
  kase: CaseThread,
  parts: ViewParts,
): SlackMessage {
  const { say } = parts;
  const inHand = { text: say('button.in-hand'), does: actId('in-hand'), value: kase.id };
  const stillOpen = { text: say('button.still-open'), does: actId('still-open'), value: kase.id };
  return {
    text: say('reply.preview.safety'),
    blocks: [
      ...safetyContent(safety, parts),
      ...(kase.assessment ? forYouSection(kase.assessment.suggestions, parts) : []),
      section('safety-next', say(kase.stillOpen ? 'safety.still-open' : 'safety.wait')),
      actions('safety-buttons', [
        { ...inHand, primary: true, says: say('slack.safety.in-hand') },
        { ...stillOpen, says: say('slack.safety.still-open') },
      ]),
      context('safety-author', [
        [
          say('safety.only-author'),
          ...(parts.duty?.().onCall && safety.status === 'open' ? [say('paging.told')] : []),
        ].join(' '),
      ]),
      ...(versions === null ? [] : footer(kase, versions, FOOTER, parts)),
    ],
  };
}
