import type { ThreadEvent } from '../message.ts';
import type { CaseThread } from './case-thread.ts';

const COURTESY =
  /^(?:(?:many |ok(?:ay)?,? |great,? |oh,? |ah,? |brilliant,? )?(?:thanks?(?: you)?(?: so much| a lot| very much| again| all| everyone| both)?|thx|ta|cheers|great|lovely|perfect|noted|will do|got it|ok(?:ay)?|understood|sounds good|(?:that|this)(?:['’]s| is| was) (?:very |really |so )?(?:helpful|useful|great))(?:[\s,.!;:)…]|\p{Extended_Pictographic}|\uFE0F){0,8}){1,3}(?::\w{1,20}:\s?){0,3}$/iu;
const MOST = 60;

/** A thank-you of the author in a thread that has its reading: it tells nothing and wants no answer. */
export function isCourtesy(
  event: ThreadEvent,
  { author, assessment }: Pick<CaseThread, 'author' | 'assessment'>,
): boolean {
  if (event.kind !== 'turn' || event.author !== author || assessment === null) return false;
  if (event.flags.length > 0 || event.unreadable !== null || event.about) return false;
  return event.text.length <= MOST && COURTESY.test(event.text.trim());
}
