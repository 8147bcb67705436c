import { describe, expect, it } from 'vitest';
import { contraindicate } from '../../../src/pipeline/suggest/contraindicate.ts';
import { createFacts } from '../../../src/pipeline/suggest/facts.ts';
import { clear, safe, screened } from '../../support/builders.ts';
import { knowledge, phraseById, reading, suggest, turnWith } from './given.ts';

const factsOf = createFacts(knowledge);
const held = (text: string, labels: readonly string[] = ['wd-denial'], safety = clear) =>
  contraindicate(
    knowledge.contraindications,
    factsOf({ text, reading: reading(labels), safety, tapped: [], refused: [] }),
  ).all.map(({ id }) => id);

describe('contraindicate', () => {
  it.each([
    ['cx-c-therapist-raw', "I'm still furious with him and I can't stop shaking."],
    ['cx-d-little-time', 'We have five minutes left, what do I say before the end of the session?'],
    ['cx-e-simple-fix-owed', 'I sent the invoice to the wrong address and billed her twice.'],
    ['cx-g-said-not-now', 'She asked me to drop it.'],
    ['cx-h-tried-twice', 'I have already named it twice and she went quieter.'],
    ['cx-i-evaluative-setting', 'He is court-ordered and reads my report to the court.'],
    ['cx-j-third-parties', 'Couples therapy, both partners in the room.'],
    ['cx-k-prefers-indirect', 'In her culture one does not speak openly to elders.'],
    ['cx-l-first-contact', 'It was our first session, an intake.'],
  ])('%s holds for: %s', (id, text) => {
    expect(held(text)).toContain(id);
  });

  it.each([
    ['A couple of weeks ago she said it was fine.'],
    ['She went quiet when I asked about her boss.'],
    ['We have met for a year and she trusts me.'],
  ])('none holds for: %s', (text) => {
    expect(held(text)).toEqual([]);
  });

  it('holds when safety is open, and when the frame owes a simple repair', () => {
    expect(held('He said it.', ['wd-denial'], screened({}))).toContain('cx-a-safety-open');
    expect(held('He said it.', ['trg-fee-billing'])).toContain('cx-e-simple-fix-owed');
  });

  it.each([
    'It was our first session, an intake, and he went quiet.',
    'I have already named it twice and she went quieter.',
    'Couples therapy, both partners in the room, he went quiet.',
    'She asked me to drop it.',
  ])('leaves only sentences that are not about the two of them, or fit instead: %s', (text) => {
    const { phrases } = suggest(turnWith(['wd-denial'], { text: safe(text) })).suggestions;
    const ours = held(text).flatMap(
      (id) => knowledge.contraindications.find((rule) => rule.id === id)?.prefer ?? [],
    );
    expect(phrases.length).toBeGreaterThan(0);
    for (const { id } of phrases) {
      const { intervention } = phraseById(id);
      expect(!intervention.metacommunication || ours.includes(intervention.id)).toBe(true);
    }
  });

  it('holds all words back while the therapist is raw', () => {
    const text = safe("I'm still furious with him and I can't stop shaking. He went quiet.");
    const { phrases, withheld } = suggest(turnWith(['wd-denial'], { text })).suggestions;
    expect(phrases).toEqual([]);
    expect(withheld).toMatch(/colleague/);
  });
});
