import { describe, expect, it } from 'vitest';
import { sliceSafe } from '../../../src/pipeline/deidentify/slice-safe.ts';
import { abridge } from '../../../src/pipeline/reconcile/abridge.ts';
import { safe } from '../../support/builders.ts';

const sentence = (topic: string, at: number) => `This tells ${topic} number ${at} in some words.`;
const told = (topic: string, count: number) =>
  safe(Array.from({ length: count }, (_, at) => sentence(topic, at)).join(' '));
const size = (texts: readonly string[]) => texts.reduce((sum, text) => sum + text.length, 0);

describe('abridge', () => {
  it('shows a short case whole', () => {
    const turns = [told('the start', 20), told('more', 5)];
    expect(abridge(turns, [], sliceSafe)).toEqual(turns);
  });

  it('is of the same size after two and after twenty turns', () => {
    const first = told('the start', 30);
    const later = Array.from({ length: 19 }, (_, at) => told(`turn ${at}`, 6));
    const two = size(abridge([first, ...later.slice(0, 1)], [], sliceSafe));
    const twenty = size(abridge([first, ...later], [], sliceSafe));
    expect(Math.abs(twenty - two) / two).toBeLessThan(0.15);
  });

  it('keeps the newest message, what claims rest on and the opening', () => {
    const turns = [told('the start', 30), told('the middle', 20), told('the end', 4)];
    const standing = [sentence('the middle', 13)];
    const shown = abridge(turns, standing, sliceSafe).join('\n');
    expect(shown).toContain(told('the end', 4));
    expect(shown).toContain(sentence('the middle', 13));
    expect(shown).toContain(sentence('the start', 0));
    expect(shown).not.toContain(sentence('the start', 25));
  });

  it('keeps the order in which it was told, and only words that were told', () => {
    const turns = [told('the start', 30), told('the middle', 20), told('the end', 4)];
    const shown = abridge(turns, [], sliceSafe);
    const places = shown.map((text) => turns.join('\n\n').indexOf(text));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('never shows more than the limit of one very long message', () => {
    expect(size(abridge([told('all', 900)], [], sliceSafe))).toBeLessThanOrEqual(12_000);
  });
});
