import type { Outcome } from '../../pipeline/outcome.ts';
import type { CaseThread } from '../../pipeline/thread/case-thread.ts';
import type { SlackMessage } from './blocks.ts';
import { readingReply } from './reading-reply.ts';
import { safetyReply } from './safety-reply.ts';
import { unreadableReply } from './unreadable-reply.ts';
import type { ViewParts } from './view-parts.ts';

/** The message for an outcome, or null when there is nothing to show. */
export function reply(outcome: Outcome, kase: CaseThread, parts: ViewParts): SlackMessage | null {
  switch (outcome.kind) {
    case 'safety':
      return safetyReply(outcome.assessment.safety, outcome.assessment.versions, kase, parts);
    case 'reading':
      return readingReply(outcome, kase, parts);
    case 'unreadable':
      return unreadableReply(outcome, kase, parts);
    case 'nothing-new':
      return null;
  }
}
