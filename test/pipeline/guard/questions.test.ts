import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/load.ts';
import { createLint } from '../../../src/pipeline/guard/lint.ts';

const lint = createLint(loadKnowledge());

describe('countQuestions', () => {
  it.each([
    ['Was it me? Was it the room?', true],
    ['How was that, what did you think, and why now?', true],
    ['How did that feel, and what did you do then?', true],
    ['Shall I leave it, or would it help to look at how I asked?', false],
    ['What would you like to aim for, and how we get there I leave open.', false],
    ['I wonder what it was and how it felt. Does that fit?', false],
    ['What, if anything, would you like to change?', false],
  ])('%s asks too much: %s', (phrase, tooMuch) => {
    expect(lint(phrase).errors.includes('mp-invite')).toBe(tooMuch);
  });
});
