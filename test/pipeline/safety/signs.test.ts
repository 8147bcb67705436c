import { expect, it } from 'vitest';
import { createLexicon } from '../../../src/pipeline/safety/lexicon.ts';
import { createNamingSigns } from '../../../src/pipeline/safety/naming-signs.ts';
import { createSigns } from '../../../src/pipeline/safety/signs.ts';
import { wordsOf } from '../../../src/pipeline/safety/words.ts';

const LISTS = { means: ['rope', 'pill'] };

it('counts words, neighbours, words one apart, lists and rules, each in its own sentence', () => {
  const space = createNamingSigns();
  const signs = createSigns(LISTS, createLexicon(), space);
  const words = wordsOf('She bought rope. He left.');
  const pieces = signs(words, [{ from: 2, name: 'sf-suicide:ask:open' }]);
  const named = pieces.map((piece) => [...piece.signs.rows].map((row) => space.nameOf(row)));
  expect(named[0]).toEqual(
    expect.arrayContaining(['u:P', 'b:P buy', 'k:P rope', 'C:means', 'H:sf-suicide:ask:open']),
  );
  expect(named[1]).not.toContain('C:means');
});

it('counts nothing of a text that broke off', () => {
  const space = createNamingSigns();
  let breaks = false;
  const rule = (name: string) => {
    if (breaks) throw new Error('broken');
    return space.rule(name);
  };
  const signs = createSigns(LISTS, createLexicon(), { ...space, rule });
  const rules = [{ from: 0, name: 'sf-suicide:ask:open' }];
  const words = wordsOf('He left.');
  const whole = signs(words, rules);
  breaks = true;
  expect(() => signs(wordsOf('She bought rope and a pill.'), rules)).toThrow('broken');
  breaks = false;
  expect(signs(words, rules)).toEqual(whole);
});
