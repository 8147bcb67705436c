import { describe, expect, it } from 'vitest';
import { redactWord, redactWords } from '../../../src/pipeline/deidentify/redact-word.ts';
import { safe } from '../../support/builders.ts';
import { cpuMs } from '../../support/cpu-ms.ts';

const GONE = '[Identifying detail]';

describe('redactWord', () => {
  it.each([
    ['foster came, and Foster left.', 'Foster', `${GONE} came, and ${GONE} left.`],
    ["Foster's mother", 'foster', `${GONE}'s mother`],
    ['at the front\ndesk', 'front desk', `at the ${GONE}`],
    ['Siobhán said', 'siobhan', `${GONE} said`],
    ['fosters and unfoster', 'foster', 'fosters and unfoster'],
    ['[Client] met [Person 1 (mother)]', 'mother', '[Client] met [Person 1 (mother)]'],
    ['[Client] met her mother', 'mother', `[Client] met her ${GONE}`],
    ['a b c', 'b', 'a b c'],
    ['nothing', '', 'nothing'],
  ])('makes of %j without %j: %j', (text, word, without) => {
    expect(redactWord(safe(text), word).text).toBe(without);
  });

  it('counts what it took out', () => {
    expect(redactWords(safe('Ana and Ana Lee'), ['Ana', 'Ana Lee'])).toEqual({
      ...{ text: `${GONE} and ${GONE}`, count: 2 },
    });
  });

  it('is fast on hostile text', () => {
    const took = cpuMs(() => {
      redactWord(safe('aa '.repeat(13_000)), 'aa');
      redactWord(safe('[Client]'.repeat(5_000)), 'client');
      redactWord(safe('a'.repeat(40_000)), 'aaaaaaaaab');
    });
    expect(took).toBeLessThan(200);
  });
});
