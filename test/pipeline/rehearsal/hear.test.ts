import { describe, expect, it } from 'vitest';
import { hear, knowledge, played } from './given.ts';

describe('what is heard in words to a client', () => {
  it.each([
    ['I was late, and that is mine. How was it to wait?', 'opens', 'st-owning'],
    ['I think I rushed it last time, and I can see why that felt unfair.', 'opens', 'st-owning'],
    ['It makes sense that you are cross; I did miss it.', 'opens', 'st-validating'],
    [
      'I’m not sure, but I sense we have both gone a bit careful just now.',
      'opens',
      'st-tentative',
    ],
    [
      'You don’t have to answer that. I wonder what the silence is like.',
      'partly',
      'st-permission',
    ],
    ['What was it like when I brought up the fee?', 'partly', 'st-inviting'],
    ['I’d say: I notice that I talk a lot when it gets quiet.', 'partly', 'st-noticing'],
  ])('%s: %s, with %s', (text, landing, strength) => {
    const heard = hear(text);
    expect(heard.landing).toBe(landing);
    expect(heard.strengths.map(({ id }) => id)).toContain(strength);
    expect(heard.pulls).toEqual([]);
  });

  it.each([
    ['I was late, but the traffic was terrible that day.', 'hurts', 'pl-defending'],
    ['I’m sorry you felt that way.', 'hurts', 'pl-defending'],
    ['I was only trying to help you.', 'hurts', 'pl-defending'],
    ['That’s not what I said.', 'hurts', 'pl-defending'],
    ['It is our policy, and you signed it.', 'hurts', 'pl-defending'],
    ['But you never told me that it bothered you.', 'hurts', 'pl-blaming'],
    ['You always go quiet when it matters.', 'hurts', 'pl-blaming'],
    ['Give it more time, it really works.', 'presses', 'pl-persuading'],
    ['Why don’t we try the breathing exercise again?', 'presses', 'pl-persuading'],
    ['You are angry because I remind you of your mother.', 'presses', 'pl-interpreting'],
    ['You’re avoiding the real topic.', 'presses', 'pl-interpreting'],
    ['Don’t worry, everything will be fine.', 'presses', 'pl-reassuring'],
    ['I feel terrible about it, are you angry with me?', 'presses', 'pl-leaning'],
  ])('%s: %s, by %s', (text, landing, pull) => {
    const heard = hear(text);
    expect(heard.landing).toBe(landing);
    expect(heard.pulls).toContain(pull);
  });

  it.each(['Okay.', 'Right. Next week at the same time.', 'Mm.'])(
    'nothing either way in %s, and nothing moves',
    (text) => expect(hear(text)).toMatchObject({ landing: 'stays', strengths: [], pulls: [] }),
  );

  it('finds no strength in a sentence that takes it back', () => {
    const { strengths } = hear('I was late, but it was not my fault. I wonder how you are.');
    expect(strengths.every(({ quote }) => quote === 'I wonder how you are.')).toBe(true);
    expect(strengths.map(({ id }) => id)).not.toContain('st-owning');
  });

  it('quotes the clinician’s own sentence, letter by letter', () => {
    const text = 'Hm. I think I moved too fast there. What was that like?';
    const [owning] = hear(text).strengths.filter(({ id }) => id === 'st-owning');
    expect(owning?.quote).toBe('I think I moved too fast there.');
  });

  it('does not take the client’s quoted words for the therapist’s', () => {
    expect(hear('When you said “you never listen”, I felt caught. What did I miss?').pulls).toEqual(
      [],
    );
  });

  it('knows what the therapist owes in the case', () => {
    expect(hear('How was your week?', ['trg-therapist-time']).owes).toBe(true);
    expect(hear('I was late, and that is mine.', ['trg-therapist-time']).owes).toBe(false);
  });

  it('has a pull for every fault that the guard can find', () => {
    const covered = new Set(played.pulls.flatMap(({ faults }) => faults));
    const grave = knowledge.faults.filter(({ severity }) => severity === 'error');
    expect(grave.map(({ id }) => id).filter((id) => !covered.has(id))).toEqual([]);
  });

  it('lands what the library says well, and nothing of it as an attack', () => {
    const phrases = knowledge.interventions
      .filter(({ speaker }) => speaker === 'client')
      .flatMap(({ say }) => say.map(({ text }) => text.replaceAll('{moment}', 'a moment ago')));
    const landings = phrases.map((text) => hear(text).landing);
    const well = landings.filter((landing) => landing === 'opens' || landing === 'partly');
    expect(well.length / phrases.length).toBeGreaterThan(0.93);
    expect(landings.filter((landing) => landing === 'hurts')).toEqual([]);
  });
});
