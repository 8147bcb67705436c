import { describe, expect, it } from 'vitest';
import { normalise } from '../../../src/pipeline/deidentify/normalise.ts';

describe('normalise', () => {
  it.each([
    ['plain text', 'plain text'],
    ['“Boys &amp; Girls”', '"Boys & Girls"'],
    ['it’s 8‑10', "it's 8-10"],
    ['*bold* and _soft_ but snake_case', ' bold  and  soft  but snake_case'],
    ['Dani​elle', 'Danielle'],
    ['ﬁne Ｍaria', 'fine Maria'],
    ['Sio\u0062ha\u0301n', 'Siobhán'],
    ['a &lt; b &gt; c', 'a < b > c'],
  ])('%j becomes %j', (raw, plain) => expect(normalise(raw).text).toBe(plain));

  it('knows where every character stood', () => {
    const raw = '“A &amp; Dani​elle” said';
    const { text, rawOf } = normalise(raw);
    const start = text.indexOf('Danielle');
    expect(raw.slice(rawOf(start), rawOf(start + 8))).toBe('Dani​elle');
    expect(rawOf(text.length)).toBe(raw.length);
  });
});
