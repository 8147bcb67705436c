import { describe, expect, it } from 'vitest';
import { bareNumbers } from '../../../../src/pipeline/deidentify/find/bare-numbers.ts';
import { isCode } from '../../../../src/pipeline/deidentify/find/codes.ts';
import { labelledNumbers } from '../../../../src/pipeline/deidentify/find/labelled-numbers.ts';
import { rooms } from '../../../../src/pipeline/deidentify/find/rooms.ts';
import { streets } from '../../../../src/pipeline/deidentify/find/streets.ts';
import { foundBy } from '../tables.ts';

describe('labelledNumbers', () => {
  it.each([
    ['MRN 00483317 belongs to him', ['00483317']],
    ['chart no. N237923 has two', ['N237923']],
    ['SSN ending 8830', ['8830']],
    ['card ending 2093 was declined', ['2093']],
    ['account #7730-2214-9 for co-pays', ['#7730-2214-9']],
    ['plate RJC 5906 sat there', ['RJC 5906']],
    ['serial PMP-88213-KX alarmed', ['PMP-88213-KX']],
    ['LMFT lic. no. UK26556 appears', ['UK26556']],
    ['docket P2-2023-1187A', ['P2-2023-1187A']],
    ['his plan ID XQZ884120976', ['XQZ884120976']],
    ['(the reader stores template FP-0093-R)', ['FP-0093-R']],
  ])('%s', (text, expected) => expect(foundBy(labelledNumbers, text)).toEqual(expected));

  it.each([
    'group 2 of the module',
    'case 3 in my caseload',
    'member of the group for 12 weeks',
    'part 2 of the plan',
    'policy says 24 hours',
    'on file since 2019',
    'claim on 3/14',
    'number 5 of 12 sessions',
  ])('leaves: %s', (text) => expect(foundBy(labelledNumbers, text)).toEqual([]));
});

describe('bareNumbers', () => {
  it.each([
    ['the form shows 412-68-9071 in clear', ['412-68-9071']],
    ['shows 524 61 0093', ['524 61 0093']],
    ['1HGCM82633A004352 in the chat', ['1HGCM82633A004352']],
    ['she wrote 48213377 down', ['48213377']],
    ['it says KC-2024-0392', ['KC-2024-0392']],
    ['sent to N1 9XX', ['N1 9XX']],
    ['docket 2:24-cv-00881', ['2:24-cv-00881']],
    ['xxx-xx-6789 on top', ['xxx-xx-6789']],
  ])('%s', (text, expected) => expect(foundBy(bareNumbers, text)).toContain(expected[0]));

  it.each([
    'billed 90837 and 90834',
    'F43.10 with Z63.0',
    'PHQ-9, PHQ9, DASS-21, PCL5, C-SSRS',
    '34F, 15yo, 100mg, 3rd, 1990s, 2x, B12',
    'walks 10000 steps a day',
    'a £12000 debt',
    '24/7 and 50-50',
    'sessions 10-12',
    'from 2019-2021',
    'COVID-19',
  ])('leaves: %s', (text) => expect(foundBy(bareNumbers, text)).toEqual([]));
});

describe('isCode', () => {
  it.each(['90791', '90853', '96127', 'H0031', 'F33.1'])('knows %s', (code) =>
    expect(isCode(code)).toBe(true),
  );
  it.each(['90210', '02910', '12345', 'K9'])('does not know %s', (code) =>
    expect(isCode(code)).toBe(false),
  );
});

describe('rooms', () => {
  it.each([
    ['room 214 at the end', ['214']],
    ['unit 4P on the ward', ['4P']],
    ['bed 12B', ['12B']],
    ['lives in Homer Hall 312', ['Homer Hall 312']],
  ])('%s', (text, expected) => expect(foundBy(rooms, text)).toEqual(expected));

  it.each(['room 2 is free', 'unit 2 of the course', 'scores flat 9 months', 'floor 3'])(
    'leaves: %s',
    (text) => expect(foundBy(rooms, text)).toEqual([]),
  );
});

describe('streets', () => {
  it.each([
    ['at 118 Hopkins Street, Apt 3B, so', ['118 Hopkins Street, Apt 3B']],
    ['lives at 44 benefit st w/ him', ['44 benefit st']],
    ['332 N. Main St. is home', ['332 N. Main St.']],
    ['on Route 146 and', ['Route 146']],
    ['PO Box 412', ['PO Box 412']],
  ])('%s', (text, expected) => expect(foundBy(streets, text)).toEqual(expected));

  it.each([
    '5 minutes down the road',
    '12 sessions of the way',
    '3 different people in the court',
    '20 years on the street',
  ])('leaves: %s', (text) => expect(foundBy(streets, text)).toEqual([]));
});
