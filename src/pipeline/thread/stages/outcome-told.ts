import type { OutcomeWords } from '../../../knowledge/course-knowledge.ts';
import type { Tried } from '../tried.ts';
import { lastSign, signsOf } from './last-sign.ts';

/** The longest message in which the brief signs count. */
const BRIEF_WORDS = 25;

/** What is told by a no. */
const NEGATIVE: readonly string[] = ['no-change', 'not-used'];

/** Reads what a clinician tells in words about what they tried; null when nothing of the kind. */
export type OutcomeTold = (text: string) => Tried['how'] | null;

/**
 * Builds the reader. Of several things told, the last one counts; what is denied, imagined or asked
 * does not.
 */
export function createOutcomeTold(words: readonly OutcomeWords[]): OutcomeTold {
  const ready = words.map(({ how, patterns, brief }) => ({
    how,
    anywhere: signsOf(patterns),
    inFew: signsOf([...patterns, ...brief]),
  }));
  return (text) => {
    const few = text.trim().split(/\s+/, BRIEF_WORDS + 1).length <= BRIEF_WORDS;
    const told = ready
      .map(({ how, anywhere, inFew }) => ({
        how,
        at: lastSign(text, few ? inFew : anywhere, NEGATIVE.includes(how)),
      }))
      .filter(({ at }) => at >= 0)
      .sort((a, b) => b.at - a.at);
    return told[0]?.how ?? null;
  };
}
