import type { Turn } from '../../message.ts';
import type { CaseThread } from '../case-thread.ts';

/** The case after a message of its author: while their guess is asked for, that is it. */
export function noteHypothesis(kase: CaseThread, { id, author }: Turn): CaseThread {
  if (kase.hypothesis?.state !== 'asked' || author !== kase.author) return kase;
  return { ...kase, hypothesis: { state: 'given', turn: id } };
}

/** The case whose reading is shown without a guess. */
export function skipHypothesis(kase: CaseThread): CaseThread {
  if (kase.hypothesis?.state !== 'asked') return kase;
  return { ...kase, hypothesis: { state: 'skipped', turn: null } };
}
