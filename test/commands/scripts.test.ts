import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  scripts: Record<string, string>;
};
/** Commands that open what is stored, and so need the keys. */
const OPENS = /state: open\b|\bdataFile\b|\benv\b/;
const commands = Object.entries(scripts).flatMap(([name, script]) => {
  const [, called = ''] = /src\/cli\.ts ([\w-]+)/.exec(script) ?? [];
  return called === '' ? [] : [{ name, script, source: `src/commands/${called}.ts` }];
});

describe('npm run', () => {
  it.each(commands)('gives $name the settings of .env where it opens what is stored', (command) => {
    const opens = OPENS.test(readFileSync(command.source, 'utf8'));
    expect(command.script.includes('--env-file-if-exists=.env')).toBe(opens);
  });

  it.each(['start', 'worker'])(
    'hands %s the signals that npm is sent, without a shell between',
    (name) => {
      expect(scripts[name]).toMatch(/^(?:\w+=\w+ )?exec node /);
    },
  );
});
