import { describe, expect, it } from 'vitest';
import { createShownLint } from '../../../src/pipeline/guard/shown.ts';
import { feedbackOn } from '../../../src/pipeline/rehearsal/feedback.ts';
import { hear, knowledge, played, sceneOf } from './given.ts';

const on = (text: string, scene = sceneOf('rh-confrontation', 'attack'), labels: string[] = []) =>
  feedbackOn(hear(text, labels), scene, played);

describe('feedback on what was said', () => {
  it('quotes an owning sentence as what helped', () => {
    const { worked, next } = on('I was late, and that is mine. You waited out there alone.');
    expect(worked?.quote).toBe('I was late, and that is mine.');
    expect(worked?.said).toContain('your own part');
    expect(next?.try).toContain('makes sense');
  });

  it('finds nothing to praise in its defending near-miss, and names one thing to try', () => {
    const { worked, next, strength } = on('I was late, but the traffic was terrible.');
    expect(worked).toBeNull();
    expect(next?.try).toContain('leave out the explanation');
    expect(strength).toBe('st-owning');
  });

  it('puts the gravest pull first and asks for one thing only', () => {
    const { next } = on('Don’t worry, but you never told me, and it really works.');
    expect(next?.try).toContain('leave their part aside');
  });

  it('asks first for what the therapist owes in this case', () => {
    const quiet = sceneOf('rh-withdrawal', 'quiet');
    const text = 'I notice it has been quiet. I wonder what it is like for you.';
    expect(on(text, quiet).next?.try).not.toContain('your own part');
    expect(on(text, quiet, ['trg-therapist-time']).next?.try).toContain('your own part');
  });

  it('has nothing to add when everything the scene wants was there', () => {
    const { next } = on(
      'I was late, and I can see why that felt unfair. How was it to wait out there?',
    );
    expect(next).toBeNull();
  });

  it('never blames, grades or claims to know', () => {
    const lint = createShownLint(knowledge);
    const shown = [
      ...played.strengths.flatMap(({ shown: words }) => Object.values(words)),
      ...played.pulls.flatMap(({ shown: words }) => Object.values(words)),
    ];
    expect(shown.filter((text) => !lint(text).pass)).toEqual([]);
    expect(
      shown.filter((text) => /\b(?:wrong|should|must|score|grade|fail\w*)\b|\d/i.test(text)),
    ).toEqual([]);
  });
});
