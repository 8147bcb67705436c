import { describe, expect, it } from 'vitest';
import type { Direction } from '../../../src/pipeline/outcome.ts';
import { branchOf } from '../../../src/pipeline/rehearsal/branch-of.ts';
import { knowledge, played } from './given.ts';

const labels = (...ids: string[]) => ids.map((id) => knowledge.label(id));
const branch = (direction: Direction, ...ids: string[]) =>
  branchOf(played.branches, { direction, labels: labels(...ids) })?.id ?? null;

describe('the branch for a case', () => {
  it.each<[Direction, string[], string | null]>([
    ['withdrawal', ['wd-topic-shift'], 'rh-withdrawal'],
    ['confrontation', ['cf-complaint-therapist'], 'rh-confrontation'],
    ['mixed', ['wd-denial', 'cf-control-pressure'], 'rh-mixed'],
    ['none', ['imp-behavioural'], 'rh-impasse'],
    ['none', ['pat-repetitive-loop', 'trg-fee-billing'], 'rh-impasse'],
    ['none', ['cf-complaint-progress'], 'rh-confrontation'],
    ['none', [], null],
    ['withdrawal', [], null],
  ])('%s with %j is %s', (direction, ids, expected) => {
    expect(branch(direction, ...ids)).toBe(expected);
  });
});
