import { describe, expect, it } from 'vitest';
import { createRequestOf } from '../../../src/pipeline/rehearsal/request-of.ts';
import { played } from './given.ts';

const requestOf = createRequestOf(played.requests);

describe('requests in a rehearsal', () => {
  it.each([
    ['stop', 'stop'],
    ['Stop.', 'stop'],
    ['enough', 'stop'],
    ['that’s enough for today, thanks', 'stop'],
    ['Okay, that is enough.', 'stop'],
    ['Let’s stop here', 'stop'],
    ['I am done', 'stop'],
    ['again', 'again'],
    ['Once more, please!', 'again'],
    ['Can I try that again?', 'again'],
    ['I don’t know what to say', 'hint'],
    ['hmm, I don’t know', 'hint'],
    ['hint', 'hint'],
  ])('%s asks for %s', (text, wish) => {
    expect(requestOf(text)).toBe(wish);
  });

  it.each([
    'I wonder if we could stop for a moment and look at this together.',
    'Shall we stop there and see how that was for you?',
    'I think I’ve said enough. How is it for you?',
    'I don’t know what it was like for you, and I’d like to.',
    'I’d like to try that again, if you are willing: what did you hear?',
    'You have had enough of me.',
    '',
  ])('“%s” is said to the client', (text) => {
    expect(requestOf(text)).toBeNull();
  });
});
