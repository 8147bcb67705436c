import type { SafetyScreen } from '../../pipeline/outcome.ts';
import { actId } from './act-id.ts';
import { actions, type SlackMessage, section } from './blocks.ts';
import { fixedSafety } from './safety-reply.ts';
import type { ViewParts } from './view-parts.ts';

/**
 * What stands in the thread when nothing could be read after all tries: safety first if something is
 * open, then an apology and a button to try again.
 */
export function gaveUpReply(
  turn: string,
  safety: SafetyScreen | null,
  parts: ViewParts,
): SlackMessage {
  const text = parts.say('slack.gave-up');
  const tryAgain = { text: parts.say('button.try-again'), does: actId('try-again'), value: turn };
  const blocks = [section('gave-up', text), actions('gave-up-buttons', [tryAgain])];
  if (safety === null) return { text, blocks };
  const first = fixedSafety(safety, parts);
  return { text: first.text, blocks: [...first.blocks, ...blocks] };
}
