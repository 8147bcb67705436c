import { describe, expect, it } from 'vitest';
import { createDeidentifier } from '../../../src/pipeline/deidentify/deidentify.ts';
import { RECOGNIZERS } from '../../../src/pipeline/deidentify/find-all.ts';
import { createLeakGuard, type Watch } from '../../../src/pipeline/deidentify/leak-guard.ts';
import { tables } from './tables.ts';

const guard = createLeakGuard(tables);
const nothing: Watch = { known: [], names: new Set(), allowed: new Set() };
const seen = (text: string, watch = nothing) =>
  guard(text, watch).map(({ start, end }) => text.slice(start, end));

describe('createLeakGuard', () => {
  it.each([
    ['call 401 555 0136 now', ['401 555 0136']],
    ['write to a@example.com', ['a@example.com']],
    ['SSN 412-68-9071', ['412-68-9071']],
    ['from 203.0.113.47', ['203.0.113.47']],
    ['see https://x.example/a', ['https://x.example/a']],
    ['ask <@U04KX2Q9T>', ['<@U04KX2Q9T>']],
    ['on 07/22/1996', ['07/22/1996']],
    ['on March 3', ['March 3']],
    ['then Danielle left', ['Danielle']],
    ['she is 94 years old', ['94 years old']],
  ])('sees: %s', (text, expected) => expect(seen(text)).toEqual(expect.arrayContaining(expected)));

  it.each([
    '[Client] met [Person 1 (mother)] on [Date 2, 8 days later]',
    'Safran & Muran, Sue Johnson and Linehan agree',
    'PHQ-9 18 12 10, billed 90837, 10000 steps',
    'In 2019 2020 she was well',
    'Catholic, from Texas, on Zoom, reading Star Wars',
    'May I say this? Will she come?',
  ])('passes: %s', (text) => expect(seen(text)).toEqual([]));

  it('sees members and names of the thread in any case', () => {
    const watch = {
      known: ['Noor Haddad'],
      names: new Set(['deshawn']),
      allowed: new Set<string>(),
    };
    expect(seen('noor haddad and deshawn', watch)).toEqual(['noor haddad', 'deshawn']);
  });

  it('lets stand what the clinician allowed', () => {
    expect(seen('then Brannagh left', { ...nothing, allowed: new Set(['brannagh']) })).toEqual([]);
  });
});

describe('a recognizer that is broken', () => {
  it.each([
    ['phones', 'Call me on 401-555-0136 about it.', '0136', ['bareNumbers', 'labelledNumbers']],
    ['networkAddresses', 'She wrote from office@example.com at night.', 'office@', ['handles']],
    ['properNames', 'I told Danielle that I was moving.', 'Danielle', []],
    ['monthDates', 'We met on March 3 as planned.', 'March 3', ['months']],
    ['slackEntities', 'Ask in <#lobby> please.', '#lobby', []],
    ['bareNumbers', 'The form shows 412-68-9071 in clear.', '9071', ['phones', 'labelledNumbers']],
  ] as const)('is caught by the guard: %s', (name, text, secret, others) => {
    const off = new Set<string>([name, ...others]);
    const recognizers = Object.entries(RECOGNIZERS)
      .filter(([own]) => !off.has(own))
      .map(([, find]) => find);
    const unguarded = createDeidentifier(tables, { recognizers, guard: () => [] })(text);
    const guarded = createDeidentifier(tables, { recognizers })(text);
    expect(unguarded.ok && unguarded.text).toContain(secret);
    expect(guarded.ok ? guarded.text : guarded.why).not.toContain(secret);
    expect(guarded.ok && guarded.doubts).toContain('low-confidence');
  });

  it('makes the text refused when it throws', () => {
    const broken = () => {
      throw new Error('broken');
    };
    const result = createDeidentifier(tables, { recognizers: [broken] })('Danielle left.');
    expect(result).toEqual({ ok: false, why: 'failed' });
  });

  it('makes the text refused when what leaks cannot be redacted', () => {
    const stubborn = (text: string) => [{ start: 0, end: text.length, class: 'name' as const }];
    const result = createDeidentifier(tables, { guard: stubborn })('My client Danielle left.');
    expect(result).toEqual({ ok: false, why: 'leak' });
  });
});
