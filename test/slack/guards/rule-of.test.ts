import { expect, it } from 'vitest';
import { listedRule, MODAL_RULES, RULES } from '../../../src/slack/guards/rule-of.ts';

it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', '', 'nothing-of-ours'])(
  'lists no rule for %j, which is nothing of ours',
  (name) => {
    expect(listedRule(MODAL_RULES, name)).toBeUndefined();
    expect(listedRule(RULES, name)).toBeUndefined();
  },
);

it('lists the rule of what is ours, also where nobody is refused', () => {
  expect(listedRule(MODAL_RULES, 'policy-review')).toBe('owner');
  expect(listedRule({ typed: null }, 'typed')).toBeNull();
});
