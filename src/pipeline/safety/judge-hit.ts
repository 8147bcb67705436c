import type { LabelStatus } from '../outcome.ts';
import type { ContextStatus, StatusOf } from './context.ts';
import type { Hit } from './find-hits.ts';
import { stem } from './stem.ts';
import { isFirstPerson, namesTherapist, whose } from './whose.ts';
import type { Word } from './words.ts';

/** A hit with what its context makes of it. */
export interface Judged {
  readonly id: string;
  readonly status: LabelStatus;
  /** What the wording is listed for, whatever its context made of it. */
  readonly raises: 'open' | 'ask';
  readonly sure: boolean;
  /** First word, and the word behind the last, of the evidence. */
  readonly from: number;
  readonly to: number;
}

/** Boundary violations: whose conduct it is decides. */
export const MISCONDUCT = 'sf-therapist-misconduct';
const IMPAIRMENT = 'sf-impairment';

/** These tell of other people by nature, so 'her brother' or 'a colleague' lowers nothing. */
const ABOUT_OTHERS = new Set([
  'sf-violence-others',
  'sf-violence-therapist',
  'sf-child-abuse',
  'sf-adult-abuse',
  'sf-harmful-therapy',
  MISCONDUCT,
  IMPAIRMENT,
]);
/** Said by the therapist of themselves, these also put their fitness to practise in question. */
const ALSO_IMPAIRMENT = new Set(['sf-suicide', 'sf-self-harm', 'sf-acute']);

/** Builds the judge of single hits: context status, actor rule and first-person rule. */
export function createJudgeHit(lists: Readonly<Record<string, readonly string[]>>) {
  const professionals = new Set(lists.professional ?? []);
  const plain = new Set((lists['plain-self'] ?? []).map(stem));

  function actorStatus(hit: Hit, words: readonly Word[], status: LabelStatus): LabelStatus {
    if (status !== 'open') return status;
    const who = whose(hit, words, professionals);
    if (who === 'professional') return 'ask';
    return who === 'someone' && !namesTherapist(hit, words) ? 'other' : status;
  }

  return (hit: Hit, words: readonly Word[], statusOf: StatusOf): Judged[] => {
    const { id, ...rest } = hit;
    let status = settle(statusOf(hit), hit);
    if (id === MISCONDUCT) status = actorStatus(hit, words, status);
    const judged = [{ ...rest, id, status }];
    return ALSO_IMPAIRMENT.has(id) && isFirstPerson(hit, words, plain)
      ? [...judged, { ...rest, id: IMPAIRMENT, status }]
      : judged;
  };
}

function settle(context: ContextStatus, hit: Hit): LabelStatus {
  if (context === 'open') return hit.raises;
  if (context === 'hypothetical') return 'ask';
  if (context === 'topic') return hit.raises === 'open' ? 'ask' : 'other';
  if (context !== 'other') return context;
  if (ABOUT_OTHERS.has(hit.id)) return hit.raises;
  return hit.id === 'sf-suicide' && hit.raises === 'open' ? 'ask' : 'other';
}
