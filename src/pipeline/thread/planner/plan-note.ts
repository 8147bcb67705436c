import type { PlanKnowledge } from '../../../knowledge/course-knowledge.ts';
import type { Say } from '../what-changed.ts';
import type { LaidOutInterview } from './lay-out-plan.ts';

const listed = (items: readonly string[]) => items.map((item) => `- ${item}`);

/** A heading with its list; nothing when the list is empty. */
const part = (heading: string, items: readonly string[]) =>
  items.length === 0 ? [] : [heading, ...listed(items)];

/** One interview: title, aims, questions for each side. */
function interviewNote(interview: LaidOutInterview, number: number, say: Say): string {
  const { week, title, aims, client, therapist } = interview;
  return [
    say('plan.interview', { number: String(number), week: String(week), title }),
    say(`plan.with.${interview.with}`),
    ...part(say('plan.aims'), aims),
    ...part(say('plan.ask-client'), client),
    ...part(say('plan.ask-you'), therapist),
  ].join('\n');
}

/**
 * The parts of a plan as plain text to copy, in order: what is agreed first, what is shared and what is
 * not, every interview, the decision. No date, no name, nothing of the case.
 */
export function planNote(
  interviews: readonly LaidOutInterview[],
  { begin, shared, kept, limits, decisions }: PlanKnowledge,
  say: Say,
): readonly string[] {
  const size = String(interviews.length);
  return [
    say('plan.note.title', { size }),
    part(say('plan.begin'), begin).join('\n'),
    [...part(say('plan.shared'), shared), ...part(say('plan.kept'), kept), limits].join('\n'),
    ...interviews.map((interview, index) => interviewNote(interview, index + 1, say)),
    part(
      say('plan.decisions'),
      decisions.map(({ title, when }) => `${title}: ${when}`),
    ).join('\n'),
    say('plan.note.end'),
  ];
}
