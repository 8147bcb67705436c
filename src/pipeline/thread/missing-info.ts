import type { InfoItem } from '../../knowledge/knowledge.ts';
import type { Question, SafetyScreen } from '../outcome.ts';

/** An information item with its compiled signs of having been told. */
interface Sign {
  readonly item: InfoItem;
  readonly told: readonly RegExp[];
}

/** What is still untold of a case, and which of it to ask. */
export interface Sufficiency {
  /** Ids of the `must` items the text does not tell. */
  readonly missing: readonly string[];
  /** At most three, highest priority first; the risk question leads while risk is unmentioned. */
  readonly questions: readonly Question[];
}

const MOST_QUESTIONS = 3;

function isTold(sign: Sign, text: string, safety: SafetyScreen): boolean {
  if (sign.item.id === 'in-risk' && safety.labels.length > 0) return true;
  return sign.told.some((pattern) => pattern.test(text));
}

/**
 * Builds the sufficiency check (clinical.md 8). An item counts as told when one of its `told`
 * patterns matches; a question is never asked twice in a thread.
 */
export function createMissingInfo(info: readonly InfoItem[]) {
  const signs: readonly Sign[] = [...info]
    .sort((a, b) => a.priority - b.priority)
    .map((item) => ({ item, told: item.told.map((source) => new RegExp(source, 'i')) }));

  return (text: string, safety: SafetyScreen, asked: readonly string[]): Sufficiency => {
    const untold = signs.filter((sign) => !isTold(sign, text, safety));
    return {
      missing: untold.filter(({ item }) => item.must).map(({ item }) => item.id),
      questions: untold
        .filter(({ item }) => item.must && !asked.includes(item.id))
        .slice(0, MOST_QUESTIONS)
        .map(({ item }) => ({ id: item.id, ask: item.ask })),
    };
  };
}
