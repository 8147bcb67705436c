import { describe, expect, it } from 'vitest';
import { greatAges } from '../../../../src/pipeline/deidentify/find/great-ages.ts';
import { holidays } from '../../../../src/pipeline/deidentify/find/holidays.ts';
import { monthDates } from '../../../../src/pipeline/deidentify/find/month-dates.ts';
import { months } from '../../../../src/pipeline/deidentify/find/months.ts';
import { numericDates } from '../../../../src/pipeline/deidentify/find/numeric-dates.ts';
import { ordinalDays } from '../../../../src/pipeline/deidentify/find/ordinal-days.ts';
import { foundBy } from '../tables.ts';

describe('monthDates', () => {
  it.each([
    ['on February 9th she owed', ['February 9th']],
    ['the 5th of May', ['the 5th of May']],
    ['we met 15 March, polite', ['15 March']],
    ['Monday, June 10', ['Monday, June 10']],
    ['DOB: Oct. 11, 1991', ['Oct. 11, 1991']],
    ['the morning of April 2', ['the morning of April 2']],
    ['due may 6th', ['may 6th']],
  ])('%s', (text, expected) => expect(foundBy(monthDates, text)).toEqual(expected));

  it.each(['she may 2 or 3 times', 'In March 12 sessions were missed', 'may 5 people come'])(
    'leaves: %s',
    (text) => expect(foundBy(monthDates, text)).toEqual([]),
  );
});

describe('months', () => {
  it.each([
    ['with me since October 2022', ['since October 2022']],
    ['no shows in early June', ['in early June']],
    ['back in Feb 2020', ['back in Feb 2020']],
    ['two years, then March unpaid', ['March']],
    ['March was great', ['March']],
    ['seen since october', ['since october']],
  ])('%s', (text, expected) => expect(foundBy(months, text)).toEqual(expected));

  it.each([
    'She said I may not ask',
    'May I bring it up?',
    'I march people through agendas',
    'an august presence',
    'we may need to march on',
    'dec the halls',
  ])('leaves: %s', (text) => expect(foundBy(months, text)).toEqual([]));
});

describe('numericDates', () => {
  it.each([
    ['called on 3/14 and left', ['3/14']],
    ['DOB is 07/22/1996', ['07/22/1996']],
    ['on 2024-02-19 and again', ['2024-02-19']],
    ['first session after is 12/04.', ['12/04']],
    ['last contact 1/6.', ['1/6']],
    ['slipped three times on 5/5', ['5/5']],
    ['late on 10-21 and', ['10-21']],
    ['seen 10.4.2023', ['10.4.2023']],
    ['next appt 4/29 at 10', ['4/29']],
  ])('%s', (text, expected) => expect(foundBy(numericDates, text)).toEqual(expected));

  it.each([
    'SUDS 8/10 to 3/10',
    'mood 4/10 today',
    'texts me 24/7',
    'slept 3/7 nights',
    'VoC 2/7',
    'ranks them 1/5 to 5/5',
    'retention is 9/12',
    'the 4-7-8 breath',
    '10-15 minutes late',
    'since 9/11 he worries',
    '1/2 of the time',
  ])('leaves: %s', (text) => expect(foundBy(numericDates, text)).toEqual([]));
});

describe('ordinalDays', () => {
  it.each([
    ['told me on the 12th and begged', ['12th']],
    ['on Wed the 14th and', ['Wed the 14th']],
    ['by the twelfth.', ['twelfth']],
  ])('%s', (text, expected) => expect(foundBy(ordinalDays, text)).toEqual(expected));

  it.each([
    'on the 4th floor',
    'after the 8th session',
    'for the 3rd time',
    'in the third person',
    'since the first session',
  ])('leaves: %s', (text) => expect(foundBy(ordinalDays, text)).toEqual([]));
});

describe('holidays', () => {
  it.each([
    ['silent since Thanksgiving', ['Thanksgiving']],
    ['on the first night of Hanukkah', ['the first night of Hanukkah']],
    ['after Mother’s Day', ["Mother's Day"]],
    ['she died on Christmas Eve 2003', ['Christmas Eve']],
    ['before xmas', ['xmas']],
  ])('%s', (text, expected) => expect(foundBy(holidays, text)).toEqual(expected));

  it.each(['she lent him money', 'holi moly', 'a new year of work', 'a new start'])(
    'leaves: %s',
    (text) => expect(foundBy(holidays, text)).toEqual([]),
  );
});

describe('greatAges', () => {
  it.each([
    ['He is 94 years old, retired', '94 years old'],
    ['Eleanor turned 92 in', '92'],
    ['Nonna (91) and', '91'],
    ['his ninety-two-year-old aunt', 'ninety-two-year-old'],
    ['a 95 yo man', '95 yo'],
  ])('%s', (text, expected) => expect(foundBy(greatAges, text)).toContain(expected));

  it.each([
    'a 34-year-old with GAD',
    'she is 89 and lively',
    'turned 90 minutes into a fight',
    'scored 95 on it',
    'he is 92% sure',
  ])('leaves: %s', (text) => expect(foundBy(greatAges, text)).toEqual([]));
});
