import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/load.ts';
import { createRequests } from '../../../src/pipeline/thread/requests.ts';
import { safe } from '../../support/builders.ts';

const knowledge = loadKnowledge();
const requests = createRequests(knowledge.requests, knowledge.lenses);
const wishOf = (text: string) =>
  requests.heard(text).find(({ rule }) => rule.wish !== null)?.rule.wish ?? null;
const standing = (...texts: readonly string[]) =>
  requests.standing(texts.map((text) => ({ text: safe(text) })));

describe('what is asked of the next suggestion', () => {
  it.each([
    ['less wordy please', 'shorter'],
    ['Shorter?', 'shorter'],
    ['can you cut it down to one line', 'shorter'],
    ['those are too long', 'shorter'],
    ['something gentler please', 'softer'],
    ['that sounds too harsh for him', 'softer'],
    ['too blunt', 'softer'],
    ['that sounds too soft', 'plainer'],
    ['more direct please', 'plainer'],
    ["it's a bit too wishy-washy", 'plainer'],
    ['that sounds too stiff', 'warmer'],
    ['too formal, I would never talk like that', 'warmer'],
    ['could it be less clinical', 'warmer'],
    ['that fell flat', 'another'],
    ["that didn't land", 'another'],
    ["I couldn't say that", 'another'],
    ["that's not me", 'another'],
    ['another one please', 'another'],
    ['what else could I say?', 'another'],
    ["I don't do feelings talk, I'm CBT", 'another'],
    ['another rung', 'rung'],
    ['who else could I ask?', 'rung'],
    ['I already asked my supervisor, who next?', 'rung'],
    ['something I can say right now', 'now'],
    ['I need a sentence to use in the moment', 'now'],
    ['for next session', 'later'],
    ['something to say next week when we meet', 'later'],
  ] as const)('%s: %s', (text, wish) => {
    expect(wishOf(text)).toBe(wish);
  });

  it.each([
    'My client has gone quiet since I raised the fee and I talk too much.',
    'He wanted shorter sessions after the argument about money and left early.',
    'His voice was too soft to hear when he spoke about his father last week.',
    'She said my question was too direct and went silent for the rest of the hour.',
    'She asked for another therapist, then cancelled twice and came late on Thursday.',
    'The exercise fell flat with him and he rolled his eyes and looked at the clock.',
    'He told me that it did not help and that nobody else had ever listened to him.',
    'Next session he came late, sat down without a word and stared at the floor.',
    'She never says anything right now about the divorce or her mother or the move.',
    'I felt too harsh when I confronted her about the missed homework and the lateness.',
  ])('asks for nothing: %s', (text) => {
    expect(wishOf(text)).toBeNull();
    expect(requests.isRequest(text)).toBe(false);
  });

  it('asks for nothing in a long account that happens to hold the words', () => {
    const long = `He went quiet again and I filled the silence. ${'We talked about his week. '.repeat(6)} Shorter please, he said.`;
    expect(requests.heard(long)).toEqual([]);
  });
});

describe('what stays for the thread', () => {
  it.each([
    ["she's 14", 'teen'],
    ['He is 14 and refuses to talk', 'teen'],
    ['what if he is a teenager?', 'teen'],
    ['for a teenager please', 'teen'],
    ['couple', 'couple'],
    ["it's a couple", 'couple'],
    ['we are on video', 'telehealth'],
    ['We meet online.', 'telehealth'],
    ['in her culture one does not say such things directly', 'indirect'],
    ["nobody there says that openly, it's disrespectful", 'indirect'],
  ])('%s: in the voice for %s', (text, voice) => {
    expect(standing(text).voices).toEqual([voice]);
  });

  it.each([
    ["Her son is 14 and he's the one who hung up on her when I called."],
    ['They split up as a couple years ago and she still sees him at work now and then.'],
    ['He watches video games all night and then misses our hour on Monday morning.'],
    ['I said a couple of things that I regret.'],
  ])('%s: in no other voice', (text) => {
    expect(standing(text).voices).toEqual([]);
  });

  it('takes a case sentence with an age for a fact and not for a mere request', () => {
    expect(requests.isRequest('He is 14 and refuses to talk')).toBe(false);
    expect(requests.isRequest("she's 14")).toBe(true);
    expect(requests.isRequest("I don't do feelings talk, I'm CBT")).toBe(true);
    expect(requests.isRequest('that fell flat')).toBe(true);
    expect(requests.isRequest('That fell flat, he walked out and slammed the door.')).toBe(false);
  });

  it.each([
    ["I don't do feelings talk, I'm CBT", 'cbt'],
    ["I'm a DBT therapist", 'dbt'],
    ['I work psychodynamically.', 'psychodynamic'],
    ["I'm an ACT therapist and he goes quiet whenever I slow down.", 'act'],
    ['in MI terms please', 'mi'],
    ['say it in person-centred words', 'person-centred'],
    ['I was trained in EMDR and never sure when to stop.', 'trauma'],
    ['can you tell it through a systemic lens?', 'systemic'],
    ['relational-cultural please', 'relational-cultural'],
  ])('%s: in the words of %s', (text, lens) => {
    expect(standing(text).lens).toBe(lens);
  });

  it.each([
    'I do act as if I understood, and she notices.',
    'She wants CBT and I do not offer it.',
    'He said his last CBT therapist was better than me.',
    'I referred her to a DBT group last month.',
    'I am so tired and I act it out on him.',
    "I'm doing EMDR with her and she freezes.",
    'I am analytical by nature.',
  ])('%s: in no other words', (text) => {
    expect(standing(text).lens).toBeUndefined();
  });

  it('goes back to plain words, and takes what was said last', () => {
    expect(standing("I'm CBT", 'plain words please').lens).toBeNull();
    expect(standing("I'm CBT", 'in systemic terms please').lens).toBe('systemic');
  });

  it('keeps the newest wish for now or later, and counts what fell flat', () => {
    expect(standing('something I can say right now', 'for next session').signals).toEqual([
      'sg-asked-later',
    ]);
    expect(standing('that fell flat').signals).not.toContain('sg-tried-twice');
    expect(standing('that fell flat', 'it did not work').signals).toContain('sg-tried-twice');
  });

  it('says in one sentence what was understood', () => {
    for (const rule of knowledge.requests) expect(rule.shown).toMatch(/^[A-Z].*\.$/);
  });
});
