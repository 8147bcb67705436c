import type { SafeText } from '../message.ts';
import type { CaseThread } from './case-thread.ts';

/**
 * What the author has told so far, as the turns to read. Other people's messages in the thread are
 * screened for safety but are not the clinician's account.
 */
export function caseTurns(kase: CaseThread): readonly SafeText[] {
  return kase.turns
    .filter((turn) => turn.author === kase.author && turn.about === undefined && turn.text !== '')
    .map((turn) => turn.text);
}
