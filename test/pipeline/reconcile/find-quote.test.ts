import { describe, expect, it } from 'vitest';
import { findQuote, quoteSources } from '../../../src/pipeline/reconcile/find-quote.ts';
import { cpuMs } from '../../support/cpu-ms.ts';

const ACCOUNT =
  'She said “I’m fine — really”, and [Client] looked\u00a0 away.\n\nSince the fee went up she&amp;I talk\u200bed less…  Then nothing. dunno';
const TURNS = [ACCOUNT, 'dunno'];
const PROMPT = 'silence or curt replies that stop the work. since the fee';
const find = (quote: string) => findQuote(quote, quoteSources(ACCOUNT, TURNS, PROMPT));
const words = (quote: string) => {
  const found = find(quote);
  return found.ok ? found.spans.map(({ start, end }) => ACCOUNT.slice(start, end)) : found.why;
};

describe('findQuote', () => {
  it.each([
    ['as it stands', 'the fee went up', ['the fee went up']],
    ['in other quotation marks and dashes', `"I'm fine - really"`, ['I’m fine — really']],
    ['in capitals', 'SINCE THE FEE WENT UP', ['Since the fee went up']],
    ['with other white space', '[Client] looked away', ['[Client] looked\u00a0 away']],
    ['without the invisible', 'I talked less', ['I talk\u200bed less']],
    ['with the entity read', 'went up she&I talked', ['went up she&amp;I talk\u200bed']],
    ['across a blank line', 'looked away. Since the fee', ['looked\u00a0 away.\n\nSince the fee']],
    ['with a gap', 'I’m fine ... looked away', ['I’m fine', 'looked\u00a0 away']],
    [
      'with a gap in brackets',
      'the fee went up […] Then nothing',
      ['the fee went up', 'Then nothing'],
    ],
    ['as a whole short turn', 'dunno', ['dunno']],
    ['in full width letters', 'ｔｈｅ ｆｅｅ went up', ['the fee went up']],
  ])('finds a quote %s', (_, quote, expected) => {
    expect(words(quote)).toEqual(expected);
  });

  it.each([
    ['words that are not there', 'she slammed the door shut', 'not-found'],
    ['a paraphrase', 'since the fee was raised', 'not-found'],
    ['pieces out of order', 'Then nothing ... the fee went up', 'not-found'],
    ['part of a word', 'ince the fee went u', 'not-found'],
    ['words of the instructions', 'silence or curt replies', 'from-prompt'],
    ['a few letters', 'the fee', 'too-short'],
    ['nothing', '"..."', 'too-short'],
  ])('refuses %s', (_, quote, why) => {
    expect(words(quote)).toBe(why);
  });

  it('refuses pieces that stand far apart', () => {
    const account = `the first words here ${'and so on '.repeat(100)}the last words here`;
    const sources = quoteSources(account, [account], '');
    expect(findQuote('the first words here ... the last words here', sources).ok).toBe(false);
  });

  it('takes the place where the pieces stand together', () => {
    const account = `She went quiet. ${'Then other things. '.repeat(60)}She went quiet and left early.`;
    const found = findQuote('She went quiet … left early', quoteSources(account, [account], ''));
    expect(found).toMatchObject({ ok: true });
  });

  it('is fast on hostile text', () => {
    const account = 'a '.repeat(20_000);
    const quote = `${'a '.repeat(500)}... ${'a '.repeat(500)}b`;
    const took = cpuMs(() => findQuote(quote, quoteSources(account, [account], account)));
    expect(took).toBeLessThan(1000);
  });
});
