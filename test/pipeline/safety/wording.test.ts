import { describe, expect, it } from 'vitest';
import { createFindWordings } from '../../../src/pipeline/safety/find-wordings.ts';
import { compileWording } from '../../../src/pipeline/safety/wording.ts';
import { wordsOf } from '../../../src/pipeline/safety/words.ts';

const lists = { pills: ['tablet', 'sleeping_pill', 'paracetamol'], kin: ['mother', 'uncle'] };

/** The words that the wording takes in a text, or null when it does not stand there. */
function found(wording: string, text: string): string | null {
  const words = wordsOf(text);
  const find = createFindWordings([{ wording: compileWording(wording, lists), for: 'it' }]);
  const [hit] = find(words);
  return hit ? text.slice(words[hit.from]?.start, words[hit.to - 1]?.end) : null;
}

describe('compileWording', () => {
  it.each([
    // every form of a word
    ['want to die', 'She wanted to die.', 'wanted to die'],
    ['take pill', 'He took pills.', 'took pills'],
    ['want to die', 'She wants a diet.', null],
    // or, lists, words joined
    ['want|wish to die|be_dead', 'He wishes to be dead.', 'wishes to be dead'],
    ['save {pills}', 'She saves sleeping pills.', 'saves sleeping pills'],
    ['save {pills}', 'She saves money.', null],
    // gaps and small words
    ['save ~2 {pills}', 'saved up his tablets', 'saved up his tablets'],
    ['save ~1 {pills}', 'saved up all those old tablets', null],
    ['want to die', 'She really just wants to even die.', 'wants to even die'],
    ['want to die', 'She wants. To die is dear.', null],
    // may be missing, must not follow, exactly so, begins so
    ['take her (own) life', 'takes her own life', 'takes her own life'],
    ['take her (own) life', 'takes her life', 'takes her life'],
    ['hurt herself !falling', 'hurt herself badly', 'hurt herself'],
    ['hurt herself !falling', 'hurt herself falling', null],
    ['=lost it', 'lost it', 'lost it'],
    ['=lost it', 'loses it', null],
    ['suicid*', 'suicidality', 'suicidality'],
    ['#n nights', 'awake 5 nights', '5 nights'],
    // capitals and quotation marks
    ['SI', 'SI today', 'SI'],
    ['SI', 'si today', null],
    ['hit @me', 'He hit me.', 'hit me'],
    ['hit @me', '"He hit me," she said.', null],
    // both in one sentence, both near each other
    ['rope & night', 'At night he looks at the rope.', 'night he looks at the rope'],
    ['rope & night', 'He has a rope. He sleeps at night.', null],
    ['rope && night', 'He has a rope. He sleeps at night.', 'rope. He sleeps at night'],
    // contractions and placeholders
    ['do not want to live', "doesn't want to live", "doesn't want to live"],
    ['do not want to live', 'dont want to live', 'dont want to live'],
    ['{kin} hit her', '[Person 1 (mother)] hits her', '[Person 1 (mother)] hits her'],
    ['client want to die', '[Client] wants to die', '[Client] wants to die'],
  ])('“%s” in “%s” takes %s', (wording, text, taken) => {
    expect(found(wording, text)).toBe(taken);
  });

  it.each([
    ['{nowhere} to die', "no list of words named 'nowhere'"],
    ['(maybe) die', 'does not begin with words that must be there'],
    ['!not die', 'does not begin with words that must be there'],
  ])('refuses “%s”', (wording, why) => {
    expect(() => compileWording(wording, lists)).toThrow(why);
  });
});
