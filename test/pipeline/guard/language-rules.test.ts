import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/load.ts';
import { createLint } from '../../../src/pipeline/guard/lint.ts';

const lint = createLint(loadKnowledge());
const rules = (phrase: string) => lint(phrase).errors.filter((id) => id.startsWith('lr-'));

describe('language rules', () => {
  it.each([
    'I think this is your resistance again.',
    "I wonder if you're being manipulative.",
    "It seems you're so defensive today.",
    'Maybe you are just unmotivated.',
    'I think you sabotage this.',
  ])('stop the word in: %s', (phrase) => {
    expect(rules(phrase)).not.toEqual([]);
  });

  it.each([
    ['quoted', 'When you said "I\'m so needy", I felt a bit sad. What did you mean?'],
    ['denied', "I don't think you're manipulative. I think I missed what you asked for."],
    ['about the speaker', 'I noticed I was getting defensive. How was that for you?'],
    ['literal', 'I wonder if the resistance band is too strong for today?'],
    ['literal', "I'm sorry the heating is broken. Is it too cold for you?"],
  ])('let a word off that is %s', (_, phrase) => {
    expect(rules(phrase)).toEqual([]);
  });
});
