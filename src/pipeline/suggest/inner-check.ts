import type { InnerCheck } from '../../knowledge/knowledge.ts';
import type { Facts } from './facts.ts';

/**
 * One sentence for the therapist to notice before speaking: the therapist's own signs lead, then the
 * label that leads the case, then its family; null when nothing is known.
 */
export function innerCheck(checks: readonly InnerCheck[], facts: Facts): string | null {
  const own = facts.labels.filter(({ id }) => id.startsWith('th-'));
  const ids = [...own, ...facts.labels].map(({ id }) => id);
  const named = ids.flatMap((id) => checks.filter((check) => check.for.includes(id)));
  const broad = checks.filter((check) => check.for.some((family) => facts.weight(family) > 0));
  return (named[0] ?? broad[0])?.shown ?? null;
}
