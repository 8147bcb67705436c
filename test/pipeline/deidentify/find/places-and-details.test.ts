import { describe, expect, it } from 'vitest';
import { lowerOrganisations } from '../../../../src/pipeline/deidentify/find/lower-organisations.ts';
import { lowerPlaces } from '../../../../src/pipeline/deidentify/find/lower-places.ts';
import { tellingDetails } from '../../../../src/pipeline/deidentify/find/telling-details.ts';
import { foundBy } from '../tables.ts';

describe('lowerPlaces', () => {
  it.each([
    ['she came from woonsocket on the bus', ['woonsocket']],
    ['she lives in revere with two dogs', ['revere']],
    ['moved to new bedford last year', ['new bedford']],
  ])('%s', (text, expected) => expect(foundBy(lowerPlaces, text)).toEqual(expected));

  it.each([
    'she lives in hope and stays in bed',
    'from reading the form to mobile crisis',
    'in the village council',
    'at home, in pain, to start with',
    'i moved to shorter answers',
  ])('leaves: %s', (text) => expect(foundBy(lowerPlaces, text)).toEqual([]));
});

describe('lowerOrganisations', () => {
  it.each([
    ['she was discharged from butler hospital last week', ['butler hospital']],
    ['they all go to the masjid al-islam on the corner', []],
    ['he works at quonset point with his dad', ['quonset point']],
  ])('%s', (text, expected) => expect(foundBy(lowerOrganisations, text)).toEqual(expected));

  it.each([
    'she goes to the local high school every day',
    'at the day hospital and in the waiting room',
    'he left the house and went to church',
    'a funeral home called us back',
  ])('leaves: %s', (text) => expect(foundBy(lowerOrganisations, text)).toEqual([]));
});

describe('tellingDetails', () => {
  it.each([
    ["pt is the mayor's daughter here", "the mayor's daughter"],
    [
      '45, the only female firefighter in Little Compton, referred',
      'the only female firefighter in Little Compton',
    ],
    ['the TV weatherman everyone here knows, so', 'the TV weatherman everyone here knows'],
    ['She is the man who sued the diocese.', 'the man who sued the diocese'],
    ['the twin sister of the missing hiker, so keep', 'the twin sister of the missing hiker'],
    ['the former Miss Vermont.', 'the former Miss Vermont'],
  ])('%s', (text, expected) => expect(foundBy(tellingDetails, text)).toContain(expected));

  it.each([
    'the first person who did not flinch',
    'I was the only sane person in this city',
    "her mother's daughter in every way",
    'for the last quarter of an hour he was quiet',
    'the only therapist she trusts',
    'bad news in the paper',
  ])('leaves: %s', (text) => expect(foundBy(tellingDetails, text)).toEqual([]));
});
