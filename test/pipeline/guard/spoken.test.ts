import { describe, expect, it } from 'vitest';
import { spoken } from '../../../src/pipeline/guard/spoken.ts';

describe('spoken', () => {
  it.each([
    ['You said “I’m too much” just now.', 'you said x just now.'],
    ["You called it 'hopeless' and I wondered.", 'you called it x and i wondered.'],
    ['“I wonder how that was.”', 'i wonder how that was.'],
    ["I don't think you're wrong.", "i don't think you're wrong."],
    ['So… you left?', 'so. you left?'],
  ])('hears %s as %s', (phrase, text) => {
    expect(spoken(phrase).text).toBe(text);
  });

  it('splits sentences and counts the words as written, quotes included', () => {
    const said = spoken('You said "not now". I heard that.');
    expect(said.sentences).toEqual(['you said x.', 'i heard that.']);
    expect(said.words).toBe(7);
  });

  it('counts all the words of a long text and reads only its beginning', () => {
    const said = spoken('word '.repeat(20_000));
    expect(said.words).toBe(20_000);
    expect(said.text.length).toBeLessThanOrEqual(1_500);
  });
});
