import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/load.ts';
import { createRestate } from '../../../src/pipeline/guard/restate.ts';
import { cpuMs } from '../../support/cpu-ms.ts';

const { language, lexicons } = loadKnowledge();
const restate = createRestate(language, lexicons);

describe('createRestate', () => {
  it('finds each blaming word once, as it was written, with something to say instead', () => {
    const found = restate(
      'She is so Resistant. The resistance is everywhere, and he is manipulative.',
    );
    expect(found.map(({ found }) => found)).toEqual(['Resistant', 'manipulative']);
    for (const { instead } of found) expect(instead.length).toBeGreaterThan(0);
  });

  it.each([
    ['quoted', 'Her file says “manipulative”.'],
    ['denied', 'I would not call her manipulative.'],
    ['about the writer', 'I was getting defensive.'],
    ['neutral', 'She turned down three suggestions and I ran out of ideas.'],
  ])('leaves a word alone that is %s', (_, text) => {
    expect(restate(text)).toEqual([]);
  });

  it('takes 40,000 characters in a moment', () => {
    expect(cpuMs(() => restate('so resistant and '.repeat(2_400)))).toBeLessThan(1_500);
  });
});
