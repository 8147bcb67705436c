import { type Rate, rate } from './rates.ts';

/** Which rungs of the ladder count as which kind of consultation (bench/cases/README.md). */
const RUNGS: Readonly<Record<string, readonly string[]>> = {
  'self-review': ['co-self-review'],
  'patient-conversation': ['co-patient-conversation'],
  peer: ['co-peer', 'co-peer-group'],
  supervision: ['co-supervision', 'co-aft', 'co-ipr', 'co-deliberate-practice'],
  specialist: ['co-specialist', 'co-literature'],
  assessment: ['co-adjunct-assessment', 'co-outcome-data'],
  'therapist-consult': ['co-therapist-consult'],
  extended: ['co-extended', 'co-joint-session'],
  cotherapist: ['co-cotherapist'],
  group: ['co-patient-group'],
  'second-opinion': ['co-second-opinion'],
  refer: ['co-refer-transfer'],
  ending: ['co-planned-ending'],
  advocacy: ['co-advocacy'],
  'ethics-legal': ['co-ethics-legal'],
  'own-therapy': ['co-own-therapy'],
  emergency: ['co-emergency'],
};

/** What was offered for a case whose good next rungs are known. */
export interface Advised {
  readonly consult: readonly string[];
  readonly offered: readonly string[];
}

/** True when one of the first three options is a good next rung. */
export const isGoodAdvice = ({ consult, offered }: Advised): boolean =>
  consult.some((kind) => (RUNGS[kind] ?? []).some((id) => offered.slice(0, 3).includes(id)));

/** Cases with a good option among the first three, of those that have any. */
export function consultationRate(cases: readonly Advised[]): Rate {
  return rate(
    cases.filter(({ consult }) => consult.length > 0),
    isGoodAdvice,
  );
}
