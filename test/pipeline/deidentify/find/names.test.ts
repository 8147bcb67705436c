import { describe, expect, it } from 'vitest';
import { cuedNames } from '../../../../src/pipeline/deidentify/find/cued-names.ts';
import { initials } from '../../../../src/pipeline/deidentify/find/initials.ts';
import { knownNames } from '../../../../src/pipeline/deidentify/find/known-names.ts';
import { lowerInitials } from '../../../../src/pipeline/deidentify/find/lower-initials.ts';
import { lowerNames } from '../../../../src/pipeline/deidentify/find/lower-names.ts';
import { properNames } from '../../../../src/pipeline/deidentify/find/proper-names.ts';
import { repeatedNames } from '../../../../src/pipeline/deidentify/find/repeated-names.ts';
import { titledNames } from '../../../../src/pipeline/deidentify/find/titled-names.ts';
import { unknownWords } from '../../../../src/pipeline/deidentify/find/unknown-words.ts';
import { foundBy } from '../tables.ts';

describe('titledNames', () => {
  it.each([
    ['Dr. Okonkwo-Bright at the desk', ['Dr. Okonkwo-Bright']],
    ['Mr. K is a widower', ['Mr. K']],
    ['called Officer Reardon again', ['Officer Reardon']],
    ['Mr and Mrs Oyelaran both talk', ['Mr and Mrs Oyelaran']],
    ['saw dr patel about it', ['dr patel']],
    ['Dr. Sam Weller: please', ['Dr. Sam Weller']],
  ])('%s', (text, expected) => expect(foundBy(titledNames, text)).toEqual(expected));

  it.each([
    'the doctor said so',
    'Dr and nurse agreed',
    'her brother is late',
    'a nurse at the clinic',
    'mr right',
    'Sister of the client',
  ])('leaves: %s', (text) => expect(foundBy(titledNames, text)).toEqual([]));
});

describe('initials', () => {
  it.each([
    ['J.M., 41F, long hx', ['J.M.']],
    ['work with A.J.P. stalls', ['A.J.P.']],
    ['T. walked out when P. mentioned it', ['T.', 'P.']],
    ["M.K.'s father", ['M.K.']],
    ['He (L.) told me', ['L.']],
  ])('%s', (text, expected) => expect(foundBy(initials, text)).toEqual(expected));

  it.each([
    'e.g. this and i.e. that',
    'in the U.S. and the U.K.',
    'plan B is vitamin D',
    'Client (M, 30s) came',
    'a 45 F with panic',
    'P.S. thanks',
    'her Ph.D. work',
  ])('leaves: %s', (text) => expect(foundBy(initials, text)).toEqual([]));
});

describe('cuedNames', () => {
  it.each([
    ['ct deshawn no-showed', ['deshawn']],
    ['his mom latrice came', ['latrice']],
    ['her kids leo and mia fight', ['leo', 'mia']],
    ['a man called joaquin', ['joaquin']],
  ])('%s', (text, expected) => expect(foundBy(cuedNames, text)).toEqual(expected));

  it.each([
    'ct wants to stop',
    'her mom will not come',
    'called back twice',
    'my client may leave',
  ])('leaves: %s', (text) => expect(foundBy(cuedNames, text)).toEqual([]));
});

describe('properNames', () => {
  it.each([
    ['Looking for input on Danielle, a widow', ['Danielle']],
    ['Zephyrine said nothing', ['Zephyrine']],
    ['I met Oluwaseun Adeyemi on Monday', ['Oluwaseun Adeyemi']],
    ['at Lakeview Behavioral Health now', ['Lakeview Behavioral Health']],
    ['at Our Lady of Czestochowa in', ['Our Lady of Czestochowa']],
    ['volunteers at the Boys & Girls Club', ['Boys & Girls Club']],
    ['they live near Slater Mill', ['Slater Mill']],
    ['at DePetrillo’s bakery', ["DePetrillo's bakery"]],
    ['moved to New Bedford', ['New Bedford']],
    ['pastor at First Baptist', ['First Baptist']],
    ['everyone in South End', ['South End']],
    ['studies at Brown', ['Brown']],
    ['Hope came back', ['Hope']],
    ['Grace, his sister, drove', ['Grace']],
    ['My client Will is angry', ['Will']],
    ['He insists on calling me Kiddo.', ['Kiddo']],
    ['Siobhán, 38, came', ['Siobhán']],
    ['RISD is where she studies', ['RISD']],
  ])('%s', (text, expected) => expect(foundBy(properNames, text)).toEqual(expected));

  it.each([
    'Stuck with a client. Grief again. Should I say so?',
    'DBT and EMDR, with SUDS 7, per the PCL-5.',
    'Linehan would coach; Safran & Muran describe it. Beck’s BDI-II was 31.',
    'Hope is fading. Will she come? May I ask? Mark the change.',
    'Faith is a hard topic. Dawn is the worst hour.',
    'Sertraline and Lamictal since spring.',
    'She is Catholic, speaks Spanish, from Texas, on Tuesdays.',
    'He watches Star Wars and reads The Body Keeps the Score.',
    'Year 11, doing GCSEs, CAMHS waiting list, DSL informed.',
    'Presenting Problem: worry',
    'I TOLD HIM NOT TO COME AND HE CAME',
    'Dont know. Cant say. Ive tried.',
    'Countertransference? Over-identified, probably.',
    'On Zoom, by WhatsApp, in Google Docs.',
  ])('leaves: %s', (text) => expect(foundBy(properNames, text)).toEqual([]));

  it('takes an author’s surname after a first name for somebody one knows', () => {
    expect(foundBy(properNames, 'My client Danielle Beck left.')).toEqual(['Danielle Beck']);
  });
});

describe('lowerNames', () => {
  it.each([
    ['kofi texted that i was cold', ['kofi']],
    ['then tom ghosted me', ['tom']],
    ['i think xiomara is pulling away from me', ['xiomara']],
  ])('%s', (text, expected) => expect(foundBy(lowerNames, text)).toEqual(expected));

  it.each(['she rose and will hope', 'i mark the frank talk', 'sertraline helps', 'dunno, tbh'])(
    'leaves: %s',
    (text) => expect(foundBy(lowerNames, text)).toEqual([]),
  );
});

describe('lowerInitials', () => {
  it.each([
    ['i saw j.m. again and felt nothing at all', ['j.m.']],
    ['then t. walked out of the group room', ['t.']],
  ])('%s', (text, expected) => expect(foundBy(lowerInitials, text)).toEqual(expected));

  it.each(['e.g. she comes at 5 p.m. on most days', 'i.e. nothing helped us at all'])(
    'leaves: %s',
    (text) => expect(foundBy(lowerInitials, text)).toEqual([]),
  );
});

describe('unknownWords', () => {
  it('takes a word that nothing explains for a name when nothing has a capital', () => {
    const text = 'i keep thinking about quillon and what he said to me last week';
    expect(foundBy(unknownWords, text)).toEqual(['quillon']);
  });

  it.each([
    'i keep thinkng abuot it and waht he said to me last week',
    'I keep thinking about quillon and what He Said To Me',
  ])('leaves: %s', (text) => expect(foundBy(unknownWords, text)).toEqual([]));
});

describe('knownNames', () => {
  it('finds members and the practice in any case, and each word of a name', () => {
    const find = (text: string) =>
      foundBy((searched) => knownNames(searched, ['Noor Haddad', 'Elm & Ash']), text);
    expect(find('ask noor at ELM & ASH, or Haddad')).toEqual(
      expect.arrayContaining(['noor', 'Haddad', 'ELM & ASH']),
    );
  });

  it('leaves a small-letter word that a name happens to be', () => {
    expect(foundBy((searched) => knownNames(searched, ['Will']), 'she will come')).toEqual([]);
  });
});

describe('repeatedNames', () => {
  it('finds a name of the thread again in small letters, not the word it is', () => {
    const forms = new Set(['deshawn', 'hope']);
    const find = (text: string) => foundBy((searched) => repeatedNames(searched, forms), text);
    expect(find('so deshawn left, and I hope so')).toEqual(['deshawn']);
  });
});
