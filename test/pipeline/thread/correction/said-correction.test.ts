import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../../../src/knowledge/load.ts';
import {
  createSaidDirection,
  hearCorrection,
} from '../../../../src/pipeline/thread/correction/said-correction.ts';
import { AUTHOR, assessment, kase, OTHER, reading, safe, turn } from '../../../support/builders.ts';

const said = createSaidDirection(loadKnowledge().directions);

describe('what a clinician says about the direction', () => {
  it.each([
    ['It is not withdrawal, it is confrontation.', 'confrontation'],
    ["No, it isn't confrontation; it's withdrawal", 'withdrawal'],
    ['it’s not withdrawal, more of an attack', 'confrontation'],
    ["She's not withdrawing, she's angry with me.", 'confrontation'],
    ['This is confrontation rather than withdrawal', 'confrontation'],
    ['That is less an attack than pulling away', 'withdrawal'],
    ['not so much anger, he is shutting down', 'withdrawal'],
    ['He is not moving away, he is moving against me', 'confrontation'],
  ])('%s means %s', (text, direction) => {
    expect(said(text)).toBe(direction);
  });

  it.each([
    'It is confrontation.',
    'It is not withdrawal.',
    'She is neither here nor there.',
    'He did not withdraw and was not angry either.',
    'She was angry and then withdrew.',
    'Should I be less confrontational?',
    'He said he is not angry.',
    `She is not withdrawing, she is angry with me, ${'and so on '.repeat(10)}`,
  ])('%s corrects nothing', (text) => {
    expect(said(text)).toBeNull();
  });

  const before = kase({
    assessment: assessment({ reading: reading({ direction: 'withdrawal' }) }),
  });
  const words = safe('It is not withdrawal, it is confrontation.');

  it('is kept on the case with what had been read, and may not be used before its author says so', () => {
    expect(hearCorrection(before, [turn({ text: words, at: 5000 })], said).correction).toEqual({
      ...{ direction: 'confrontation', before: 'withdrawal', at: 5000, mayTeach: false },
    });
  });

  it('counts from the author only, and only about a reading that stands', () => {
    const other = turn({ text: words, author: OTHER });
    expect(hearCorrection(before, [other], said)).toBe(before);
    const unread = kase();
    expect(hearCorrection(unread, [turn({ text: words, author: AUTHOR })], said)).toBe(unread);
  });
});
