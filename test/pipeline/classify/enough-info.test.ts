import { describe, expect, it } from 'vitest';
import { tellsEnough } from '../../../src/pipeline/classify/enough-info.ts';
import { tokens } from '../../../src/pipeline/text/tokens.ts';

const MOMENT =
  'Last Tuesday I asked him about his brother and he said "not today" and looked at the window. I tried again a little later, more softly, and he told me about the football. I felt shut out and said so. What would you do?';

describe('tellsEnough', () => {
  it.each([
    ['a moment is told', MOMENT, true, true],
    ['a post brings no case', 'Who has the key?', false, true],
    ['a plea is one line', 'My client hates me, any ideas?', true, false],
    ['a short post asks for nothing', 'He rang at ten and said he is done with me.', true, true],
    [
      'many words hold no moment',
      'I see a man every week and something is off between us, I could not put it better and I can not say when it began or what it is about, it is just generally stuck somehow and I have no idea. What do people look for in general?',
      true,
      false,
    ],
  ])('when %s', (_, text, bringsCase, enough) => {
    expect(tellsEnough(text, tokens(text), bringsCase)).toBe(enough);
  });
});
