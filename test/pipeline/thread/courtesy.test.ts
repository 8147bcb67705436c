import { describe, expect, it } from 'vitest';
import { isCourtesy } from '../../../src/pipeline/thread/courtesy.ts';
import { assessment, kase, OTHER, safe, turn } from '../../support/builders.ts';

const read = kase({ assessment: assessment() });
const courtesy = (text: string, over = {}) => isCourtesy(turn({ text: safe(text), ...over }), read);

describe('a courtesy', () => {
  it.each([
    'Thanks!',
    'thank you so much',
    'Ok, thanks 🙏',
    'Great, thanks. That’s really helpful!',
    'Will do.',
    'Noted, thanks :pray:',
  ])('%s wants no answer', (text) => expect(courtesy(text)).toBe(true));

  it.each([
    'Thanks, but that fell flat.',
    'Thanks. She was silent again today.',
    'Ok, and what if he cries?',
    'Thanks for nothing, he said, and left.',
    'shorter please',
    'It was great until he left.',
    '',
  ])('“%s” does', (text) => expect(courtesy(text)).toBe(false));

  it('is one only of the author, in a thread that has its reading, without a safety flag', () => {
    expect(courtesy('Thanks!', { author: OTHER })).toBe(false);
    expect(courtesy('Thanks!', { flags: [{ id: 'sf-suicide', status: 'ask' }] })).toBe(false);
    expect(isCourtesy(turn({ text: safe('Thanks!') }), kase())).toBe(false);
  });
});
