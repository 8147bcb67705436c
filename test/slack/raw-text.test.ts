import { describe, expect, it } from 'vitest';
import { mentions, rawText } from '../../src/slack/raw-text.ts';
import { cpuMs } from '../support/cpu-ms.ts';

describe('rawText', () => {
  it.each([
    ['<@U0BOT> She went quiet.', 'She went quiet.'],
    ['<@U0BOT|impasse> She went quiet.', 'She went quiet.'],
    ['She went quiet <@U0BOT>', 'She went quiet'],
    ['<@U0OTHER> told me', '<@U0OTHER> told me'],
    ['Tom &amp; I: 3 &lt; 4 &gt; 2', 'Tom & I: 3 < 4 > 2'],
    ['&amp;lt; stays', '&lt; stays'],
    ['see <https://example.org/a?b=1&amp;c=2>', 'see https://example.org/a?b=1&c=2'],
    ['see <https://example.org|our page>', 'see our page (https://example.org)'],
    ['<https://example.org|https://example.org>', 'https://example.org'],
    ['<mailto:ann@example.org|ann@example.org>', 'ann@example.org'],
    ['<tel:+15550100|555-0100>', '555-0100 (+15550100)'],
    ['<@U0BOT>', ''],
    ['  ', ''],
  ])('%s → %s', (text, expected) => {
    expect(rawText(text, 'U0BOT')).toBe(expected);
  });

  it('is quick on 40,000 hostile characters', () => {
    const took = cpuMs(() => {
      for (const piece of ['<https://', '<@U0BOT|', '&amp;', '<', '<https://a|']) {
        rawText(piece.repeat(Math.ceil(40_000 / piece.length)), 'U0BOT');
      }
    });
    expect(took).toBeLessThan(500);
  });
});

describe('mentions', () => {
  it.each([
    ['hello <@U0BOT>', true],
    ['hello <@U0BOT|impasse>', true],
    ['hello <@U0BOTTLE>', false],
    ['hello U0BOT', false],
  ])('%s → %s', (text, expected) => {
    expect(mentions(text, 'U0BOT')).toBe(expected);
  });
});
