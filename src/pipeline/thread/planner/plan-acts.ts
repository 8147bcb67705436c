import type { Act } from '../../message.ts';
import type { CaseThread } from '../case-thread.ts';
import { DECISIONS, SIZES } from './consultation-plan.ts';

/** The case with an extended consultation planned; one that runs is planned anew from where it is. */
export function startPlan(kase: CaseThread, { at, value }: Act): CaseThread {
  const interviews = SIZES.find((size) => String(size) === value);
  if (interviews === undefined) return kase;
  const running = kase.plan !== null && kase.plan.ended === null ? kase.plan : null;
  const held = Math.min(running?.held ?? 0, interviews);
  const since = running?.since ?? at;
  return { ...kase, plan: { interviews, since, held, decision: null, ended: null } };
}

/** The case with its plan further on: interviews held, the decision that ended it, or stopped. */
export function stepPlan(kase: CaseThread, { at, value }: Act): CaseThread {
  const { plan } = kase;
  if (plan === null || plan.ended !== null) return kase;
  if (value === 'stop') return { ...kase, plan: { ...plan, ended: at } };
  const decision = DECISIONS.find((each) => each === value);
  if (decision !== undefined) return { ...kase, plan: { ...plan, decision, ended: at } };
  const held = /^[0-6]$/.test(value) ? Number(value) : -1;
  if (held < 0 || held > plan.interviews) return kase;
  return { ...kase, plan: { ...plan, held } };
}
