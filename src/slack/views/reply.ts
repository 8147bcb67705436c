import type { Outcome } from '../../pipeline/outcome.ts';
import type { CaseThread } from '../../pipeline/thread/case-thread.ts';
import { context, type SlackMessage } from './blocks.ts';
import { followUpQuestion } from './follow-up-section.ts';
import { hypothesisQuestion } from './hypothesis-question.ts';
import { outdatedSection } from './outdated-section.ts';
import { readingReply } from './reading-reply.ts';
import { safetyReply } from './safety-reply.ts';
import { unreadableReply } from './unreadable-reply.ts';
import type { ViewParts } from './view-parts.ts';

type Shown = Exclude<Outcome, { kind: 'nothing-new' }>;

/** The reading as it stands, without saying again what had changed when it was made. */
function asItStands(
  { assessment, review }: Extract<Outcome, { kind: 'outdated' }>,
  { stillOpen, hypothesis }: CaseThread,
): Shown {
  if (assessment.safety.status !== 'clear' || stillOpen) return { kind: 'safety', assessment };
  if (hypothesis?.state === 'asked') return { kind: 'hypothesis', assessment };
  return { kind: 'reading', assessment, changed: [], ...(review ? { review } : {}) };
}

/** A message with one quiet line under it. */
function noted(message: SlackMessage, note: string | undefined): SlackMessage {
  if (note === undefined) return message;
  return { ...message, blocks: [...message.blocks, context('note', [note])] };
}

function body(outcome: Shown, kase: CaseThread, parts: ViewParts): SlackMessage {
  switch (outcome.kind) {
    case 'safety':
      return safetyReply(outcome.assessment.safety, outcome.assessment.versions, kase, parts);
    case 'reading':
      return noted(readingReply(outcome, kase, parts), outcome.note);
    case 'unreadable':
      return unreadableReply(outcome, kase, parts);
    case 'hypothesis':
      return hypothesisQuestion(kase, parts);
    case 'follow-up':
      return followUpQuestion(kase, parts);
    case 'outdated':
      return body(asItStands(outcome, kase), kase, parts);
  }
}

/** The message for an outcome, or null when there is nothing to show. */
export function reply(outcome: Outcome, kase: CaseThread, parts: ViewParts): SlackMessage | null {
  if (outcome.kind === 'nothing-new') return null;
  const { text, blocks } = body(outcome, kase, parts);
  return { text, blocks: [...outdatedSection(kase, parts), ...blocks] };
}
