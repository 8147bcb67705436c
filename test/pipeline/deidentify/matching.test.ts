import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allMatches } from '../../../src/pipeline/deidentify/all-matches.ts';
import { readChunks } from '../../../src/pipeline/deidentify/find/chunks.ts';
import { monthDates } from '../../../src/pipeline/deidentify/find/month-dates.ts';
import { months } from '../../../src/pipeline/deidentify/find/months.ts';
import { ordinalDays } from '../../../src/pipeline/deidentify/find/ordinal-days.ts';
import { rooms } from '../../../src/pipeline/deidentify/find/rooms.ts';
import { streets } from '../../../src/pipeline/deidentify/find/streets.ts';
import { matchesNearDigits } from '../../../src/pipeline/deidentify/matches-near-digits.ts';
import { foundBy } from './tables.ts';

const VALUE = /(?<![\p{L}\p{N}])#?(?:\p{L}{1,4}[-/])?\p{L}{0,4}\d[\p{L}\p{N}]{0,5}(?!\p{L})/gu;
const REACH = 24;
const pieces = fc
  .array(
    fc.constantFrom(
      ...['ab-', 'x', '12', '7', ' ', '  ', '#', 'é', '😀', '𝒜𝒜', 'word '.repeat(9), '/', '.', ','],
      ...['\n', '(', ']', '\u00a0', "'", '*', '@', ':', '3b'],
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));
const places = (matches: Iterable<RegExpMatchArray>) =>
  [...matches].map(({ index, 0: run }) => [index, run]);

describe('matches of a shape', () => {
  it('are those of matchAll', () => {
    fc.assert(
      fc.property(pieces, (text) => {
        expect(places(allMatches(text, VALUE))).toEqual(places(text.matchAll(VALUE)));
      }),
    );
  });

  it('are not sought where the gate sees nothing', () => {
    expect(allMatches('a 12', VALUE, /x/)).toEqual([]);
    expect(allMatches('a 12', VALUE, /1/)).toHaveLength(1);
  });

  it('are the same when only the neighbourhood of digits is looked at', () => {
    fc.assert(
      fc.property(pieces, (text) => {
        expect(places(matchesNearDigits(text, VALUE, REACH))).toEqual(places(text.matchAll(VALUE)));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('runs that tell', () => {
  /** As they are defined: three characters or more between breaks, marks cut off, a sign inside. */
  const plainly = (text: string) =>
    [...text.matchAll(/[^\s,;()<>"|[\]{}]{3,}/g)].flatMap(({ index, 0: run }) => {
      const skip = /^['*~]*/.exec(run)?.[0].length ?? 0;
      const own = run.slice(skip).replace(/[.!?:'*~_]+$/, '');
      const told = own.length >= 3 && /[\d.@_/:]/.test(own);
      return told ? [{ start: index + skip, end: index + skip + own.length, text: own }] : [];
    });

  it('are found from their signs on', () => {
    fc.assert(
      fc.property(pieces, (text) => {
        expect(readChunks(text)).toEqual(plainly(text));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('what is sought from a digit on', () => {
  it.each([
    [monthDates, 'the 5th day of May 1968', 'the 5th day of May 1968'],
    [monthDates, 'Dec. the 3rd', 'Dec. the 3rd'],
    [monthDates, 'on Monday, June 10', 'Monday, June 10'],
    [monthDates, '15-March', '15-March'],
    [months, "back in feb '20", "back in feb '20"],
    [months, 'in October2022', 'in October2022'],
    [ordinalDays, 'by the fifth.', 'fifth'],
    [ordinalDays, 'since the 3rd,', '3rd'],
    [rooms, 'in room no. #AB-12', 'AB-12'],
    [rooms, 'bed 12B', '12B'],
    [rooms, 'Oak Hall #4', 'Oak Hall #4'],
    [streets, 'flat 2, 12a-14 north High Street', 'flat 2, 12a-14 north High Street'],
    [streets, '9b Elm Rd.', '9b Elm Rd.'],
    [streets, 'off the A38', 'the A38'],
    [streets, 'by exit 12', 'exit 12'],
  ] as const)('%o finds it in %s', (recognize, text, found) => {
    expect(foundBy(recognize, text)).toEqual([found]);
  });

  it.each([
    [monthDates, 'I may see her 2 or 3 times'],
    [months, 'a novel decision she may march on with'],
    [ordinalDays, 'the fourth session, with 3rds'],
    [rooms, 'there is room for 2, and a hall for 40'],
    [streets, 'in 5 minutes down the road'],
  ] as const)('%o leaves what only sounds like it: %s', (recognize, text) => {
    expect(foundBy(recognize, text)).toEqual([]);
  });
});
