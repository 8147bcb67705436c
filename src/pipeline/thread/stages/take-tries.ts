import type { ThreadEvent } from '../../message.ts';
import type { Assessment } from '../../outcome.ts';
import type { CaseThread } from '../case-thread.ts';
import { type Tried, WENT, withTried } from '../tried.ts';
import type { OutcomeTold } from './outcome-told.ts';

/** Families whose labels lead a reading, the most telling first. */
const LEADING = ['mixed', 'confrontation', 'withdrawal', 'impasse-course', 'trigger', 'cause'];

type FamilyOf = (id: string) => string;

/** Family of the label that led a reading, or null. */
function leadingFamily(assessment: Assessment, familyOf: FamilyOf): string | null {
  const families = assessment.reading.labels.map(({ id }) => familyOf(id));
  return LEADING.find((family) => families.includes(family)) ?? families[0] ?? null;
}

/** What one event of the author says about how it went, or null. */
function howOf(event: ThreadEvent, kase: CaseThread, told: OutcomeTold): Tried['how'] | null {
  if (event.kind === 'turn') {
    return event.author === kase.author && event.about === undefined ? told(event.text) : null;
  }
  if (event.kind !== 'act' || event.does !== 'went' || event.by !== kase.author) return null;
  return kase.followUp.asked === null ? null : (WENT.find((how) => how === event.value) ?? null);
}

/** The case with one more try; an answer to the question in another form takes the place of the first. */
function withAnswer(kase: CaseThread, one: Tried, pressed: boolean): CaseThread {
  const { followUp, tries } = kase;
  const { asked } = followUp;
  if (asked === null || (!pressed && asked.answer !== null)) {
    return { ...kase, tries: withTried(tries, one) };
  }
  const id = pressed ? asked.id : one.id;
  const others = tries.filter((kept) => kept.id !== asked.answer);
  return {
    ...kase,
    followUp: { ...followUp, asked: { ...asked, answer: id } },
    tries: withTried(others, { ...one, id }),
  };
}

/**
 * The case with what is newly told about something that was offered before: answers to the follow-up
 * question, and words in a message.
 */
export function takeTries(
  before: CaseThread,
  kase: CaseThread,
  events: readonly ThreadEvent[],
  { told, familyOf }: { readonly told: OutcomeTold; readonly familyOf: FamilyOf },
): { readonly kase: CaseThread; readonly tried: readonly Tried[] } {
  const earlier = before.assessment;
  if (earlier === null) return { kase, tried: [] };
  const family = leadingFamily(earlier, familyOf);
  const offered = earlier.suggestions.phrases.map(({ intervention }) => intervention);
  const interventions = [...new Set(offered)];
  const tried = events.flatMap((event) => {
    const how = howOf(event, kase, told);
    const one = { id: event.id, at: event.at, family, interventions };
    return how === null ? [] : [{ one: { ...one, how }, pressed: event.kind === 'act' }];
  });
  return {
    kase: tried.reduce((sum, { one, pressed }) => withAnswer(sum, one, pressed), kase),
    tried: tried.slice(-1).map(({ one }) => one),
  };
}
