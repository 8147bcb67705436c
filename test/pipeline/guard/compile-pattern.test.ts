import { describe, expect, it } from 'vitest';
import {
  compileList,
  compileWords,
  missingLists,
} from '../../../src/pipeline/guard/compile-pattern.ts';

const LISTS = { KIN: '(mother|father)', YOURS: 'your <KIN>', HARSH: 'rude|cold' };

describe('compileWords', () => {
  it.each([
    ['like <YOURS>', 'you sound like your father', true],
    ['like <YOURS>', 'you like your fatherland', false],
    ['manipulat~', 'that is manipulative', true],
    ['manipulat~', 'unmanipulated', false],
    ['(be|being) <HARSH>', 'being cold', true],
    ['you (?!said)', 'you said', false],
  ])('%s in "%s": %s', (pattern, text, found) => {
    expect(compileWords(pattern, LISTS).test(text)).toBe(found);
  });

  it('keeps nothing in groups, so that a match is one string', () => {
    expect(compileWords('(a) (b)', LISTS).exec('a b')).toHaveLength(1);
  });
});

describe('compileList', () => {
  it('finds a list anywhere, without regard to capitals', () => {
    expect(compileList('<HARSH>', LISTS).test('A Coldness')).toBe(true);
  });
});

describe('missingLists', () => {
  it.each([
    ['<YOURS> and <KIN>', []],
    ['<NOBODY> you', ['NOBODY']],
    ['(?<!not )you', []],
  ])('%s lacks %j', (pattern, missing) => {
    expect(missingLists(pattern, LISTS)).toEqual(missing);
  });

  it('ends on lists that name each other, and such a pattern matches nothing', () => {
    expect(compileWords('<A>', { A: '<B>', B: '<A>' }).test('a b')).toBe(false);
  });
});
