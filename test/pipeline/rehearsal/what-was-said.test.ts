import { expect, it } from 'vitest';
import { whatWasSaid } from '../../../src/pipeline/rehearsal/what-was-said.ts';

it.each([
  ['I would say: "I wonder how that was."', 'I wonder how that was.'],
  ['I’d say, I wonder how that was.', 'I wonder how that was.'],
  ["I'd say, I wonder how that was.", 'I wonder how that was.'],
  ['“I was late, and that is mine.”', 'I was late, and that is mine.'],
  ['Me: Hm. What was that like?', 'Hm. What was that like?'],
  ['I wonder: was that too fast?', 'I wonder: was that too fast?'],
  ['When you said "fine" I stopped.', 'When you said "fine" I stopped.'],
])('%s is said as %s', (text, said) => {
  expect(whatWasSaid(text)).toBe(said);
});
