import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isPlainlyEnglish } from '../../src/pipeline/plainly-english.ts';
import { createReadable } from '../../src/pipeline/readable.ts';
import { loadLanguageScores } from '../../src/weights/load-language-scores.ts';

const readable = createReadable(loadLanguageScores());

const notes = globSync('bench/cases/{dev,train,phi}/*.jsonl').flatMap((file) =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).text as string),
);

describe('readable', () => {
  it.each([
    ['', 'empty'],
    [' \n\t ', 'empty'],
    ['🙈🙉🙊', 'no-words'],
    ['?!… :pray: :woman-shrugging:', 'no-words'],
    ['<@U01AB> 12/10', 'no-words'],
    ['a'.repeat(40_001), 'too-long'],
    ['Meine Patientin schweigt seit Wochen und ich weiß nicht weiter.', 'not-english'],
    ['sie sagt nichts mehr', 'not-english'],
    ['Ma patiente se tait depuis des semaines et je ne sais plus quoi faire.', 'not-english'],
    ['Mi paciente no dice nada desde hace semanas.', 'not-english'],
    ['La mia paziente tace da settimane e non so cosa fare.', 'not-english'],
    ['Minha paciente está calada há semanas.', 'not-english'],
    ['Mijn cliënt zwijgt al weken.', 'not-english'],
    ['Moja pacjentka milczy od tygodni.', 'not-english'],
    ['Hastam haftalardır susuyor.', 'not-english'],
    ['Моя пациентка молчит неделями.', 'not-english'],
    ['مريضتي صامتة منذ أسابيع', 'not-english'],
    ['我的病人已经几个星期都不说话了，我不知道怎么办。', 'not-english'],
    ['He says fine.', null],
    ['ct no-showed x3, PHQ-9 18, DBT skills grp', null],
    ['[Client] went quiet when [Person 1 (mother)] came up', null],
    ['She kept saying "das ist mir egal" and looked at the door.', null],
    ['a'.repeat(40_000), null],
  ])('%.60s → %s', (text, why) => {
    expect(readable(text)).toBe(why);
  });

  it.each([
    [
      'Meine Patientin sagt immer the same, und ich weiß nicht weiter. Ich bin müde and so is he.',
      false,
    ],
    ['Mijn client was er niet en ik was in de war, so what.', false],
    ['She went quiet when I raised the fee, and I do not know what to do about it.', true],
  ])('%s is plainly English: %s', (text, plain) => {
    expect(isPlainlyEnglish(text)).toBe(plain);
  });

  it('does not ask the detector about most English notes', () => {
    const plain = notes.filter((text) => isPlainlyEnglish(text));
    expect(plain.length / notes.length).toBeGreaterThan(0.6);
  });

  it('takes every English note of the labelled cases as English', () => {
    expect(notes.length).toBeGreaterThan(5000);
    expect(notes.filter((text) => readable(text) !== null)).toEqual([]);
  });
});
