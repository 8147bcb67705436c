import { describe, expect, it } from 'vitest';
import { readPhrases, scorePhrases } from '../../../bench/phrases.ts';
import { loadKnowledge } from '../../../src/knowledge/load.ts';
import { createLint } from '../../../src/pipeline/guard/lint.ts';
import { cpuMs } from '../../support/cpu-ms.ts';

const knowledge = loadKnowledge();
const lint = createLint(knowledge);
const stopped = (phrase: string) => lint(phrase).errors;

/** Form of the fault, and a near miss that has to pass. */
const PAIRS: readonly [fault: string, bad: string, nearMiss: string][] = [
  ['ft-accusation', "You're being so unreasonable.", "I don't think you're being unreasonable."],
  ['ft-accusation', 'You never listen to me.', 'You never have to explain it to me.'],
  ['ft-accusation', 'The problem is your attitude.', 'The problem may be my hurry.'],
  ['ft-hostility', "I'm fed up with you.", 'I wonder if you are fed up with me.'],
  ['ft-argument', 'I never said that.', "I never asked how it was for you, and I'd like to."],
  ['ft-interrogation', "Why can't you just say it?", 'What makes it hard to say it to me?'],
  [
    'ft-comparison',
    'My other clients manage it.',
    'I wonder if it feels as if I compare you with others.',
  ],
  [
    'ft-threat',
    "If you don't talk, we'll have to stop.",
    "If you don't want to talk, we can stop for today.",
  ],
  [
    'ft-siding',
    'I agree with your husband here.',
    'I think it may have sounded as if I was on his side.',
  ],
  ['ft-certainty', "It's obvious that you are hurt.", 'I could be wrong, are you hurt?'],
  ['ft-unhedged', 'You feel rejected by me.', 'I wonder if you feel rejected by me.'],
  ['ft-motive', "You're trying to punish me.", "I think you're trying to tell me something."],
  [
    'ft-motive',
    'You came late to test me.',
    "I wonder what it's like to come late and see my face.",
  ],
  [
    'ft-pathologising',
    "That's your depression talking.",
    'I may have talked to the depression and not to you.',
  ],
  ['ft-diagnosis', "I think you're bipolar.", 'I think we may both be a bit up and down today.'],
  [
    'ft-parallel',
    'You treat me the way you treated your mother.',
    'I think I took your mother at her word, and not you.',
  ],
  ['ft-order', 'Look at me and tell me what you feel.', 'Tell me if I look at you too much.'],
  ['ft-order', 'I want you to stop apologising.', 'I want you to know that you can stop any time.'],
  ['ft-advice', 'If I were you I would leave him.', 'I notice I was about to give you advice.'],
  [
    'ft-medication',
    'Maybe you could double your dose.',
    'I wonder how it is to hear me ask about your medication.',
  ],
  [
    'ft-sermon',
    'Life is unfair, and we all have to learn it.',
    'I was rather preaching just now. How was that?',
  ],
  [
    'ft-jargon',
    "I think we're in a rupture of our alliance.",
    'I think something between us got strained.',
  ],
  ['ft-promise', 'I promise I will never leave you.', 'I promise to listen before I explain.'],
  ['ft-promise', 'Everything will be fine.', "I can't promise that it will be fine."],
  ['ft-caretaking', "Please don't be angry with me.", 'You can be angry with me here.'],
  [
    'ft-self-attack',
    "I'm such a terrible therapist.",
    'I think I was rather a poor listener today.',
  ],
  [
    'ft-disclosure',
    'My own wife left me last year.',
    'I may have been further away since my holiday.',
  ],
  ['ft-flattery', "You're my favourite patient.", 'I was glad you told me.'],
  [
    'ft-secrecy',
    'This can be our little secret.',
    'I wonder if it felt like a secret you had to keep from me.',
  ],
  ['ft-sarcasm', 'Well done for turning up.', 'I was glad to see you turn up.'],
  ['ft-sarcasm', 'Oh great, another headache.', 'Oh, I think I missed that. What was it like?'],
  ['ft-pseudo-apology', "I'm sorry you feel that way.", "I'm sorry I kept you waiting."],
  ['ft-pseudo-apology', 'If I upset you, I apologise.', 'I think I upset you, and I apologise.'],
  [
    'ft-minimising',
    'It was only ten minutes.',
    "It's only a guess, and you may see it differently.",
  ],
  ['ft-ending-hour', "We don't have time for this.", "I'd like us to have proper time for this."],
];

describe('createLint', () => {
  it.each(PAIRS)('stops %s: %s', (fault, bad) => {
    expect(stopped(bad)).toContain(fault);
  });

  it.each(PAIRS)('passes the near miss of %s (not: %s): %s', (_, __, nearMiss) => {
    expect(stopped(nearMiss)).toEqual([]);
  });

  it('has an example of every error-level pattern fault', () => {
    const shown = new Set(PAIRS.map(([fault]) => fault));
    const missing = knowledge.faults.filter(
      ({ id, severity }) => severity === 'error' && !shown.has(id) && id !== 'ft-multi-question',
    );
    expect(missing.map(({ id }) => id)).toEqual([]);
  });

  it('reports the principle that a fault breaks', () => {
    expect(stopped('You treat me the way you treated your mother.')).toContain('mp-no-parallel');
  });

  it('stops a verdict with nothing of the speaker in it', () => {
    expect(stopped('Grown people call ahead.')).toContain('mp-subjective');
  });

  it.each([
    ['trg-therapist-time', false],
    ['th-confrontation', false],
    ['wd-denial', true],
  ])('wants the own part owned when %s is read', (label, passes) => {
    expect(lint('It seems rather quiet here today, does that fit?', [label]).pass).toBe(passes);
    expect(lint('I was late, and that is mine. How was it?', [label]).pass).toBe(true);
  });

  it('stops what is too long to be said', () => {
    expect(stopped(`I wonder ${'about this and that and '.repeat(20)}you.`)).toContain('mp-brief');
    expect(stopped('')).toContain('mp-brief');
  });

  it('warns, without stopping, of what is missing', () => {
    const { pass, warnings } = lint('I felt far away.');
    expect(pass).toBe(true);
    expect(warnings).toEqual(expect.arrayContaining(['mp-we', 'mp-invite']));
  });

  it('agrees with the labels of our own phrases and of the ones meant for choosing', () => {
    for (const file of ['dev/phrases.jsonl', 'own/phrases-tuned.jsonl']) {
      const { agreement, falseAlarms } = scorePhrases(readPhrases(file), lint);
      expect(agreement).toBeGreaterThanOrEqual(0.99);
      expect(falseAlarms).toBeLessThanOrEqual(0.01);
    }
  });

  it.each(['you ', 'how, ', "i'm sorry you ", 'a', 'if you ', 'your own ', 'and you, and '])(
    'takes 40,000 characters of %j in a moment',
    (piece) => {
      lint('Warm up.');
      expect(cpuMs(() => lint(piece.repeat(40_000 / piece.length)))).toBeLessThan(500);
    },
  );
});

/** Principles whose bad example is a warning, a length or a matter of the plan (section 3). */
const NOT_BY_FORM = [
  'mp-we',
  'mp-here-now',
  'mp-start-where-you-are',
  'mp-relatedness',
  'mp-expect-setback',
  'mp-timing',
  'mp-brief',
];
const PLAN = ['mp-relatedness', 'mp-timing'];

describe('principles', () => {
  it.each(
    knowledge.principles.filter(({ id }) => !PLAN.includes(id)).map(({ id, good }) => [id, good]),
  )('%s: the good example passes', (_, good) => {
    expect(stopped(good)).toEqual([]);
  });

  it.each(
    knowledge.principles
      .filter(({ id }) => !NOT_BY_FORM.includes(id))
      .map(({ id, bad }) => [id, bad]),
  )('%s: the bad example is stopped', (_, bad) => {
    expect(stopped(bad)).not.toEqual([]);
  });
});
