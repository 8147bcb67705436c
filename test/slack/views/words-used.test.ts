import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/load.ts';
import { view } from '../../support/view-parts.ts';

const { words } = loadKnowledge();
const KEY = /'((?:[a-z]{3,12})\.[a-z][a-zA-Z.-]{1,40})'/g;
const SAID = /say\('([a-z][a-zA-Z.-]{1,50})'/g;
const found = (pattern: string, key: RegExp) =>
  globSync(pattern).flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(key)].map(([, name = '']) => name),
  );
const used = new Set([...found('src/slack/views/*.ts', KEY), ...found('src/slack/**/*.ts', SAID)]);

describe('words of Slack’s side', () => {
  it.each([...used])('%s is there', (key) => {
    expect(words).toHaveProperty([key]);
  });

  it('has no sentence of its own that nothing shows', () => {
    const built = ['slack.why.basis.', 'slack.words.', 'slack.options.'];
    const idle = Object.keys(words).filter(
      (key) =>
        key.startsWith('slack.') && !used.has(key) && !built.some((part) => key.startsWith(part)),
    );
    expect(idle).toEqual([]);
  });

  it('leaves no slot unfilled that the sentence has', () => {
    expect(view.say('reply.footer.removed', { removed: 'x' })).not.toMatch(/[{}]/);
  });
});
