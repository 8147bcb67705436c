import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cpuMs } from '../../support/cpu-ms.ts';
import { deidentify, safe } from './tables.ts';

const TOKEN =
  /\[(?:Client|Person \d+(?: \([a-z-]+\))?|(?:Clinician|Place|Organisation|Contact|ID) \d+|(?:since )?Date \d+(?: \(holiday\))?(?:, (?:same day|\d+ days? (?:later|earlier)))?|Age 90\+|Identifying detail)\]/g;

const names = fc.constantFrom('Danielle', 'Oluwaseun', 'Xiomara', 'Thessaly', 'Małgorzata', 'Kofi');
const frames = fc.constantFrom(
  (name: string) => `My client ${name} will not look at me.`,
  (name: string) => `${name} said nothing for most of the hour.`,
  (name: string) => `I had a hard hour with ${name} today.`,
  (name: string) => `Her brother ${name} drove her in.`,
  (name: string) => `What ${name}'s silence does to me.`,
);
const digits = fc.integer({ min: 100, max: 999 });
const numbers = fc.oneof(
  digits.map((n) => `401-555-0${n}`),
  digits.map((n) => `MRN 4471${n}`),
  digits.map((n) => `412-68-9${n}`),
  digits.map((n) => `a${n}@example.com`),
  digits.map((n) => `203.0.113.${n % 255}`),
  digits.map((n) => `https://x.example/${n}`),
  digits.map((n) => `<@U04KX${n}>`),
);
const noise = fc.string({ unit: 'grapheme', maxLength: 300 });
const wordy = fc
  .array(
    fc.constantFrom(
      'Aa',
      'the',
      'May',
      '1/2',
      '(',
      '"',
      'J.',
      '<',
      '@',
      '[',
      '12',
      'St.',
      '\n',
      '&amp;',
      '_x_',
      'Dr',
      '’s',
      '🙂',
      'é',
    ),
    { maxLength: 80 },
  )
  .map((words) => words.join(' '));

describe('deidentify, whatever the text', () => {
  it('gives ordered offsets inside the raw text and rebuilds the rest from it', () => {
    fc.assert(
      fc.property(fc.oneof(noise, wordy), (raw) => {
        const result = deidentify(raw);
        if (!result.ok) return;
        let from = 0;
        let rest = result.text as string;
        for (const { start, end } of result.removed) {
          expect(start).toBeGreaterThanOrEqual(from);
          expect(end).toBeGreaterThan(start);
          const kept = raw.slice(from, start);
          expect(rest.startsWith(kept)).toBe(true);
          rest = rest.slice(kept.length).replace(/^\[[^\]]*\](?:'s)?/, '');
          from = end;
        }
        expect(rest).toBe(raw.slice(from));
      }),
      { numRuns: 300 },
    );
  });

  it('leaves the tokens of its own output alone', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(frames, names), { minLength: 1, maxLength: 6 }), (parts) => {
        const once = safe(parts.map(([frame, name]) => frame(name)).join(' '));
        expect(safe(once).match(TOKEN)).toEqual(once.match(TOKEN));
        expect(safe(once)).toBe(once);
      }),
      { numRuns: 100 },
    );
  });

  it('lets no planted name or number through, between any other words', () => {
    fc.assert(
      fc.property(frames, names, numbers, wordy, (frame, name, number, other) => {
        const text = safe(`${frame(name)} It says ${number} here.\n${other}`);
        expect(text).not.toContain(name);
        expect(text).not.toContain(number.split(' ').at(-1));
      }),
      { numRuns: 200 },
    );
  });

  it('gives the same answer to the same thread', () => {
    fc.assert(
      fc.property(fc.array(wordy, { maxLength: 3 }), wordy, (earlier, raw) => {
        expect(deidentify(raw, { earlier })).toEqual(deidentify(raw, { earlier }));
      }),
      { numRuns: 50 },
    );
  });
});

describe('deidentify, hostile text', () => {
  const LONGEST = 40_000;
  const units = [
    'A',
    'a',
    '1',
    ' ',
    '.',
    'Aa ',
    '1-',
    'A.',
    '<',
    '@',
    'a@',
    '[',
    '" ',
    'Mr A ',
    'in may 5 ',
    '_a',
    '😀',
    'é',
    '\n',
    'St. ',
    'A of the ',
    "a'",
    'Aa, ',
    'room 1 ',
    'mrn ',
    '1 ',
    '&amp;',
    'the only woman in the ',
    'call 401-555-0136 ',
  ];

  it.each(units)('takes time in proportion to its length: %j', (unit) => {
    const raw = unit.repeat(Math.floor(LONGEST / unit.length));
    deidentify(raw.slice(0, LONGEST / 4));
    expect(cpuMs(() => deidentify(raw))).toBeLessThan(1000);
  });
});
