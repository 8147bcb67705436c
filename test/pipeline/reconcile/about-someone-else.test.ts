import { describe, expect, it } from 'vitest';
import { createAboutSomeoneElse } from '../../../src/pipeline/reconcile/about-someone-else.ts';

const about = (text: string, quote: string) => {
  const start = text.indexOf(quote);
  return createAboutSomeoneElse(text)({ start, end: start + quote.length });
};

describe('createAboutSomeoneElse', () => {
  it.each([
    ['Her husband goes silent for days.', 'goes silent for days'],
    [
      'She works hard, but her mum emails me with corrections.',
      'her mum emails me with corrections',
    ],
    ['My supervisor shot down every idea I had.', 'shot down every idea'],
    ['The boy is fine. His father says the sessions are a waste.', 'says the sessions are a waste'],
    ["My client's wife never answers.", 'never answers'],
    ['[Person 1] walked out on us.', 'walked out on us'],
    ['A colleague told me I was cold.', 'told me I was cold'],
  ])('%s', (text, quote) => {
    expect(about(text, quote)).toBe(true);
  });

  it.each([
    ['She goes silent for days.', 'goes silent for days'],
    ['My client goes silent when her husband calls.', 'goes silent'],
    ["Her mother's death is a closed door, she changes the subject.", 'she changes the subject'],
    ['She told her husband I am useless.', 'I am useless'],
    ['"My husband thinks you are cold," she said.', 'My husband thinks you are cold'],
    ['His wife says he never opens up to anyone.', 'he never opens up to anyone'],
    ['Couple in their forties. The wife shuts down whenever I ask.', 'shuts down whenever I ask'],
    ['[Client] walked out on me.', 'walked out on me'],
    ['After her partner left she cancelled twice.', 'she cancelled twice'],
    ['Her mum rang me, and she went quiet on me.', 'Her mum rang me, and she went quiet'],
  ])('not: %s', (text, quote) => {
    expect(about(text, quote)).toBe(false);
  });
});
