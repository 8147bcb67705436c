import { describe, expect, it } from 'vitest';
import type { InfoItem } from '../../../src/knowledge/knowledge.ts';
import { createMissingInfo } from '../../../src/pipeline/thread/missing-info.ts';
import { clear, screened } from '../../support/builders.ts';

const item = (id: string, priority: number, told: string, must = true): InfoItem => ({
  ...{ id, priority, must, told: [told], ask: `${id}?`, why: '', src: [], flag: 'D' },
});
const missingInfo = createMissingInfo([
  item('in-onset', 6, 'since', false),
  item('in-therapist-feeling', 3, '\\bI feel\\b'),
  item('in-moment', 2, '\\bsaid\\b'),
  item('in-risk', 1, '\\brisk\\b'),
  item('in-therapist-part', 4, '\\bI may have\\b'),
  item('in-alliance-view', 5, 'working on'),
]);
const idsOf = (questions: readonly { id: string }[]) => questions.map(({ id }) => id);

describe('createMissingInfo', () => {
  it('asks at most three, risk first while it is unmentioned', () => {
    const { questions } = missingInfo('He is quiet.', clear, []);
    expect(idsOf(questions)).toEqual(['in-risk', 'in-moment', 'in-therapist-feeling']);
  });

  it('counts risk as told when the screen saw any mention of it', () => {
    const seen = screened({ status: 'negated' });
    expect(missingInfo('Denies it.', seen, []).missing).not.toContain('in-risk');
  });

  it('asks no question twice, and still reports what is missing', () => {
    const { missing, questions } = missingInfo('He said no.', clear, ['in-risk']);
    expect(missing).toContain('in-risk');
    expect(idsOf(questions)).not.toContain('in-risk');
  });

  it('asks nothing when all that must be told is told', () => {
    const text = 'He said no. I feel lost. I may have pushed. We are working on sleep. No risk.';
    expect(missingInfo(text, clear, [])).toEqual({ missing: [], questions: [] });
  });
});
