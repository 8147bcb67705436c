import { describe, expect, it } from 'vitest';
import { createAdmitWords } from '../../../src/pipeline/reconcile/admit-words.ts';
import { safe } from '../../support/builders.ts';

const admit = createAdmitWords({
  faults: (text) => (text.includes('should') ? ['mp-awareness'] : []),
  gate: (text) => (text.includes('Miriam') ? null : safe(text)),
});

describe('createAdmitWords', () => {
  it('lets plain words through, with their white space evened out', () => {
    expect(admit('  I wonder\n if I missed “something”. Did I? ', [])).toEqual({
      ok: true,
      text: 'I wonder if I missed “something”. Did I?',
    });
  });

  it.each([
    ['See https://example.org/help', 'form-link'],
    ['Look at www.example.org', 'form-link'],
    ['More on example.com today', 'form-link'],
    ['Tell <!channel> about it', 'form-mention'],
    ['Ask <@U123> first', 'form-mention'],
    ['I would ask @here', 'form-mention'],
    ['Post it in #general', 'form-mention'],
    ['Write to a.b@example', 'form-address'],
    ['*You* could say it', 'form-markup'],
    ['When [Client] went quiet', 'form-markup'],
    ['[read this](more)', 'form-markup'],
    ['It is fine 🙂', 'form-emoji'],
    ['It is fine :smile:', 'form-emoji'],
    ['hid\u200bden', 'form-hidden'],
    ['  ', 'form-empty'],
    ['word '.repeat(150), 'form-long'],
    ['You should go', 'mp-awareness'],
    ['When Miriam left', 'leak'],
  ])('%s: %s', (text, code) => {
    const result = admit(text, []);
    expect(result.ok ? [] : result.faults).toContain(code);
  });
});
