import { describe, expect, it } from 'vitest';
import { actorsOf } from '../../../src/pipeline/text/actors.ts';
import { clauses } from '../../../src/pipeline/text/clauses.ts';
import { tokens } from '../../../src/pipeline/text/tokens.ts';

function actors(text: string) {
  const cut = clauses(text);
  const stretches = cut.map(({ start, end }) => {
    const own = tokens(text.slice(start, end));
    return { tokens: own, from: 0, to: own.length };
  });
  return actorsOf(cut, stretches);
}

describe('actorsOf', () => {
  it.each([
    ['the client by pronoun', 'She came late again.', ['client']],
    ['the therapist', 'I lectured him about it.', ['therapist']],
    ['both', 'We went round in circles.', ['both']],
    ['somebody else', 'Her husband never talks.', ['other']],
    ['nobody by a relation without an owner', 'Meeting friends is hard.', ['none']],
    ['the client by what is theirs', "The client's silence fills the hour.", ['client']],
    ['somebody else again by pronoun', 'Her husband never talks. He shrugs.', ['other', 'other']],
    ['the client inside a quote', 'She said "I hate these forms"', ['client', 'client', 'none']],
    ['nobody', 'Long silence all through.', ['none']],
  ])('names %s', (_, text, found) => {
    expect(actors(text)).toEqual(found);
  });

  it('comes back to the client once the client is named', () => {
    expect(actors('His boss shouted. The client went quiet. He left.').at(-1)).toBe('client');
  });
});
