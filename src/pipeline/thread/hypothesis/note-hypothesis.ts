import type { SafeText, Turn } from '../../message.ts';
import type { Reading } from '../../outcome.ts';
import type { CaseThread } from '../case-thread.ts';
import { unread } from './hypothesis.ts';

/** The case after a message of its author: while their guess is asked for, that is it. */
export function noteHypothesis(kase: CaseThread, { id, author }: Turn): CaseThread {
  if (kase.hypothesis?.state !== 'asked' || author !== kase.author) return kase;
  return { ...kase, hypothesis: unread('given', id) };
}

/** The case whose reading is shown without a guess. */
export function skipHypothesis(kase: CaseThread): CaseThread {
  if (kase.hypothesis?.state !== 'asked') return kase;
  return { ...kase, hypothesis: unread('skipped') };
}

/** The case with what a reading of the guess alone shows, once it was given. */
export function readHypothesis(kase: CaseThread, read: (text: SafeText) => Reading): CaseThread {
  const { hypothesis } = kase;
  if (hypothesis?.state !== 'given' || hypothesis.sees !== null) return kase;
  const turn = kase.turns.find(({ id }) => id === hypothesis.turn);
  if (turn === undefined) return kase;
  const { labels, candidates, direction } = read(turn.text);
  const sees = [...labels, ...candidates.slice(0, MOST_GUESSED)].map(({ id }) => id);
  return { ...kase, hypothesis: { ...hypothesis, sees, direction } };
}

/** A guess is short, so what the reader would only ask about counts a little as well. */
const MOST_GUESSED = 2;
