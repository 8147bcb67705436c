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

/**
 * The case with what is newly told about something that was offered before: answers to the follow-up
 * question, and words in a message. An answer in another form takes the place of the first one.
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
  const tried = events.flatMap((event): Tried[] => {
    const how = howOf(event, kase, told);
    return how === null ? [] : [{ id: event.id, at: event.at, how, family, interventions }];
  });
  if (tried.length === 0) return { kase, tried };
  const { asked } = kase.followUp;
  const answers = asked === null ? [] : tried.filter(({ at }) => at >= asked.at);
  const stale = (one: Tried) => answers.length > 0 && asked !== null && one.at >= asked.at;
  const tries = [...kase.tries.filter((one) => !stale(one)), ...tried.slice(-1)];
  const followUp =
    asked === null || answers.length === 0
      ? kase.followUp
      : { ...kase.followUp, asked: { ...asked, answered: true } };
  return {
    kase: { ...kase, followUp, tries: tries.reduce(withTried, [] as readonly Tried[]) },
    tried: tried.slice(-1),
  };
}
