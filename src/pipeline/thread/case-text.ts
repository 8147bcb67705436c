import type { SafeText } from '../message.ts';
import type { CaseThread, KeptTurn } from './case-thread.ts';
import type { Requests } from './requests.ts';

/** Everything the author wrote about the case so far, requests for other words included. */
function written(kase: CaseThread): readonly KeptTurn[] {
  return kase.turns.filter(
    (turn) => turn.author === kase.author && turn.about === undefined && turn.text !== '',
  );
}

/**
 * What the author has written so far. Other people's messages in the thread are screened for safety
 * but are not the clinician's account.
 */
export function caseTurns(kase: CaseThread): readonly SafeText[] {
  return written(kase).map((turn) => turn.text);
}

/**
 * The turns to read as an account of the case: a message that only asks for other words ('shorter
 * please') tells nothing of it. All of them when there is nothing else.
 */
export function accountOf(
  kase: CaseThread,
  { isRequest }: Pick<Requests, 'isRequest'>,
): readonly KeptTurn[] {
  const all = written(kase);
  const account = all.filter(({ text }) => !isRequest(text));
  return account.length > 0 ? account : all;
}
