import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clamp } from '../../../src/slack/views/clamp.ts';
import { cpuMs } from '../../support/cpu-ms.ts';

describe('clamp', () => {
  it.each([
    ['Short.', 40, 'Short.'],
    ['One sentence. Two sentences. Three sentences.', 30, 'One sentence. Two sentences.'],
    ['She asked “why?” Then she left the room.', 20, 'She asked “why?”'],
    ['One. A long sentence that does not end here at all', 30, 'One. A long sentence that…'],
    ['unbreakableunbreakableunbreakable', 12, 'unbreakable…'],
    ['Tom &amp; Ann &amp; Sue', 17, 'Tom &amp; Ann…'],
    ['12345678&amp;', 11, '12345678…'],
    ['😶😶😶😶', 5, '😶😶…'],
    ['anything', 0, '…'.slice(1)],
  ])('%s within %d → %s', (text, max, expected) => {
    expect(clamp(text, max)).toBe(expected);
  });

  it('never goes over the limit and never leaves half a character or entity', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 60 }), (text, max) => {
        const cut = clamp(text.replaceAll('&', '&amp;'), max);
        expect(cut.length).toBeLessThanOrEqual(max);
        expect(cut).not.toMatch(/&(?!amp;)/);
      }),
    );
  });

  it('is quick on 40,000 hostile characters', () => {
    const texts = ['.'.repeat(40_000), '. '.repeat(20_000), '&'.repeat(40_000)];
    expect(cpuMs(() => texts.map((text) => clamp(text, 39_000)))).toBeLessThan(200);
  });
});
