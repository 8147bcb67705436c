import { describe, expect, it } from 'vitest';
import { literal } from '../../../src/slack/views/literal.ts';

describe('literal', () => {
  it.each([
    ['<!channel> look', '&lt;!channel&gt; look'],
    ['<@U0OTHER> & <#C01|x>', '&lt;@U0OTHER&gt; &amp; &lt;#C01|x&gt;'],
    ['&amp; stays as typed', '&amp;amp; stays as typed'],
    ['*bold* _it_ ~no~ `code`', '∗bold∗ ˍitˍ ∼no∼ ˋcodeˋ'],
    [':smile: at 10:30', '∶smile: at 10:30'],
    ['> a quote\n```block```', '&gt; a quote ˋˋˋblockˋˋˋ'],
    ['  [Client] went quiet.  ', '[Client] went quiet.'],
    ['two  spaces', 'two spaces'],
    ['a\u00a0hard space', 'a hard space'],
    ["Plain words, with 'quotes' – and a dash.", "Plain words, with 'quotes' – and a dash."],
  ])('%s → %s', (text, expected) => {
    expect(literal(text)).toBe(expected);
  });
});
