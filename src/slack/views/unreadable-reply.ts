import type { Outcome } from '../../pipeline/outcome.ts';
import type { CaseThread } from '../../pipeline/thread/case-thread.ts';
import { LIMITS } from '../limits.ts';
import { context, type SlackMessage, section } from './blocks.ts';
import { safetyReply } from './safety-reply.ts';
import type { ViewParts } from './view-parts.ts';

/** One plain line on why there is no reading and what to do; safety first where something was seen. */
export function unreadableReply(
  { why, safety }: Extract<Outcome, { kind: 'unreadable' }>,
  kase: CaseThread,
  parts: ViewParts,
): SlackMessage {
  const most = LIMITS.readCharacters.toLocaleString('en-GB');
  const text = parts.say(`unreadable.${why}`, { most });
  const blocks = [
    section('unreadable', text),
    context('reminder', [parts.say('private.reminder')]),
  ];
  if (safety.status === 'clear') return { text, blocks };
  const first = safetyReply(safety, null, kase, parts);
  return { text: first.text, blocks: [...first.blocks, ...blocks] };
}
