import { describe, expect, it } from 'vitest';
import type { Admit } from '../../../src/pipeline/language-model.ts';
import type { Phrase } from '../../../src/pipeline/outcome.ts';
import { betterOf, fitWords, wordedPhrases } from '../../../src/pipeline/reconcile/fit-words.ts';
import { safe } from '../../support/builders.ts';
import { formulated, suggested } from '../../support/model/answers.ts';

const admit: Admit = (text) =>
  text.includes('bad') ? { ok: false, faults: ['mp-x'] } : { ok: true, text: safe(text) };
const said = (intervention: string, text: string) => ({ intervention, text });
const phrase = (id: string, intervention: string) =>
  ({ id, intervention, text: `library ${id}`, source: 'library' }) as Phrase;
const fittedBy = (answer: Parameters<typeof fitWords>[0]) =>
  fitWords(answer, ['iv-a', 'iv-b'], [], admit, admit);

describe('fitWords', () => {
  it('admits what passes and names the faults of the rest', () => {
    const fitted = fittedBy(suggested({ phrases: [said('iv-a', 'good'), said('iv-b', 'bad')] }));
    expect([...fitted.phrases]).toEqual([['iv-a', 'good']]);
    expect(fitted.faults).toEqual([{ of: 'iv-b', codes: ['mp-x'] }]);
  });

  it('takes the same words for two interventions once', () => {
    const answer = suggested({ phrases: [said('iv-a', 'good'), said('iv-b', 'good')] });
    expect(fittedBy(answer).faults).toEqual([{ of: 'iv-b', codes: ['form-repeated'] }]);
  });

  it('counts words for what was not offered', () => {
    expect(fittedBy(suggested({ phrases: [said('iv-z', 'good')] }))).toMatchObject({ unasked: 1 });
  });

  it('lets a formulation stand or fall as a whole', () => {
    const fitted = fittedBy(suggested({ formulation: { ...formulated, frame: 'bad' } }));
    expect(fitted.formulation).toBeNull();
    expect(fitted.faults).toEqual([{ of: 'formulation.frame', codes: ['mp-x'] }]);
  });
});

describe('betterOf', () => {
  it('fills with the second answer what the first one lacked', () => {
    const first = fittedBy(
      suggested({ phrases: [said('iv-a', 'first')], formulation: { ...formulated, frame: 'bad' } }),
    );
    const second = fittedBy(
      suggested({ phrases: [said('iv-a', 'other'), said('iv-b', 'second')] }),
    );
    const best = betterOf(first, second);
    expect(Object.fromEntries(best.phrases)).toEqual({ 'iv-a': 'first', 'iv-b': 'second' });
    expect(best.formulation).toEqual(formulated);
  });
});

describe('wordedPhrases', () => {
  it('puts the fitted words in place and leaves the rest of the library', () => {
    const curated = [phrase('p1', 'iv-a'), phrase('p2', 'iv-a'), phrase('p3', 'iv-b')];
    const worded = wordedPhrases(curated, new Map([['iv-a', safe('fitted')]]));
    expect(worded.map(({ text, source }) => [text, source])).toEqual([
      ['fitted', 'model'],
      ['library p2', 'library'],
      ['library p3', 'library'],
    ]);
  });
});
