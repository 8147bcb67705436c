import type { SafetyRule } from '../../knowledge/knowledge.ts';
import type { SafetyLabel } from '../outcome.ts';

/** What endangers life first comes first. */
const ORDER: readonly string[] = [
  'R-SUI',
  'R-ACUTE',
  'R-STAFF',
  'R-VIO',
  'R-SELF',
  'R-IPV',
  'R-CHILD',
  'R-ADULT',
  'R-SH',
  'R-MIS',
  'R-HARM',
  'R-MIS-OTHER',
  'R-DET',
  'R-ID',
];
const rank = (id: string) => (ORDER.includes(id) ? ORDER.indexOf(id) : ORDER.length);

/**
 * Ids of the standard responses for a screen, most urgent first: those of open labels, and for
 * another professional's conduct, which is only ever asked about, its own response.
 */
export function createResponsesFor(
  rules: readonly SafetyRule[],
): (labels: readonly SafetyLabel[]) => readonly string[] {
  const respond = new Map(rules.map((rule) => [rule.id, rule.respond]));
  return (labels) => {
    const ids = labels.flatMap(({ id, status }) => {
      if (status === 'open') return respond.get(id) ?? [];
      return id === 'sf-therapist-misconduct' && status === 'ask' ? ['R-MIS-OTHER'] : [];
    });
    return [...new Set(ids)].sort((a, b) => rank(a) - rank(b));
  };
}
