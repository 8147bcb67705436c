import { describe, expect, it } from 'vitest';
import { needsPreview } from '../../src/pipeline/preview.ts';
import { safe } from '../support/builders.ts';

const SMALL = 'she came late again and said nothing. i did not ask her why she had not called.';
const LONG =
  'New: today he came in, praised the sheets, and then did not meet my eyes for the whole hour.';

describe('needsPreview', () => {
  it.each([
    ['never', SMALL, ['quasi'], false],
    ['always', 'A plain text.', [], true],
    ['always', '', [], false],
    ['doubt', 'A plain text.', [], false],
    ['doubt', 'A plain text.', ['quasi'], true],
    ['doubt', 'A plain text.', ['low-confidence'], true],
    ['doubt', SMALL, ['all-lower-case'], true],
    ['doubt', 'that fell flat, shorter please', ['all-lower-case'], false],
    ['doubt', LONG, ['all-lower-case'], false],
    ['doubt', `${LONG} ${'and so on '.repeat(30)}`, ['all-lower-case'], true],
    ['doubt', `${LONG} then she left.`, ['all-lower-case'], true],
  ] as const)('with %s for %j and %j is %s', (policy, text, doubts, needed) => {
    expect(needsPreview(policy, { text: safe(text), doubts })).toBe(needed);
  });
});
