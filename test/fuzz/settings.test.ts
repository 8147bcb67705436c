import { globSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { readModelSettings } from '../../src/openai/model-settings.ts';
import { parseKeyRing } from '../../src/state/key-ring.ts';
import { newKey } from '../../src/state/new-key.ts';
import { readRedisUrl } from '../../src/state/redis/redis-url.ts';
import { PLANTED } from './mutate.ts';

/** Every setting that is read anywhere. */
const NAMES = new Set(
  globSync('src/**/*.ts')
    .map((file) => readFileSync(file, 'utf8'))
    .flatMap((code) => [
      ...code.matchAll(/\b(?:IMPASSE|SLACK|OPENAI|LLM|REDIS|LOG)_[A-Z_]+[A-Z]\b/g),
    ])
    .map(([name]) => name),
);
const odd = fc.oneof(
  fc.string(),
  fc.string().map((text) => `${text} ${PLANTED}`),
  fc.constantFrom(
    PLANTED,
    '',
    ' ',
    '-1',
    '1e999',
    'NaN',
    '0x10',
    '99999',
    'xoxb-1',
    'off',
    'https://',
  ),
  fc.webUrl(),
);
const env = fc.dictionary(fc.constantFrom(...NAMES), odd, { minKeys: 1 });

describe('settings, whatever stands in them', () => {
  it('are all fuzzed', () => {
    expect(NAMES.size).toBeGreaterThan(30);
  });

  it('are read or refused by name, without their values', () => {
    const whole = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', IMPASSE_KEYS: 'main:x' };
    fc.assert(
      fc.property(env, fc.boolean(), (given, rest) => {
        try {
          readConfig(rest ? { ...whole, ...given } : given);
        } catch (error) {
          expect((error as Error).name).toBe('ConfigError');
          expect((error as Error).message).not.toContain(PLANTED);
        }
      }),
      { numRuns: 600 },
    );
  });

  it('of a language model are read or refused by name, without their values', () => {
    const model = { OPENAI_MODEL: 'small', OPENAI_BASE_URL: 'http://127.0.0.1:1/v1' };
    fc.assert(
      fc.property(env, fc.boolean(), (given, rest) => {
        const read = readModelSettings(rest ? { ...model, ...given } : given);
        if (!read.ok) expect(read.faults.join()).not.toContain(PLANTED);
      }),
      { numRuns: 600 },
    );
  });
});

describe('key rings, whatever stands in them', () => {
  const key = newKey(new Date(0));
  const ring = fc
    .array(
      fc.oneof(fc.string(), fc.constantFrom(key, key.slice(0, -3), `${PLANTED}:`, ':', PLANTED)),
    )
    .map((entries) => entries.join(','));

  it('are read or refused by code, without a word of theirs', () => {
    fc.assert(
      fc.property(ring, (text) => {
        try {
          expect(parseKeyRing(text).keys.size).toBeGreaterThan(0);
        } catch (error) {
          expect(error).toMatchObject({
            name: 'StateError',
            code: expect.stringMatching(/^keys-/),
          });
          expect(String(error)).not.toContain(PLANTED);
        }
      }),
      { numRuns: 400 },
    );
  });
});

describe('addresses of Redis, whatever stands in them', () => {
  const url = fc.oneof(
    fc.string(),
    fc.webUrl().map((web) => web.replace(/^https?/, 'redis')),
    fc
      .tuple(
        fc.constantFrom('redis', 'rediss', 'redis+cluster', 'redis+sentinel', 'http'),
        fc.constantFrom('', `:${PLANTED}@`, '%zz@', 'a:b:c@'),
        fc.constantFrom('h', 'h:1', 'h:99999', 'h:0', 'a,b', '[::1]:5', ''),
        fc.constantFrom('', '/0', '/-1', '/m/2', '/%zz', '?ca=x'),
      )
      .map(([scheme, who, host, rest]) => `${scheme}://${who}${host}${rest}`),
  );

  it('name a port that there is, or are refused without a word of theirs', () => {
    fc.assert(
      fc.property(url, (text) => {
        try {
          for (const { port } of readRedisUrl(text).nodes) {
            expect(port).toBeGreaterThan(0);
            expect(port).toBeLessThan(65_536);
          }
        } catch (error) {
          expect(error).toMatchObject({ name: 'StateError', code: 'redis-url' });
          expect(String(error)).not.toContain(PLANTED);
        }
      }),
      { numRuns: 800 },
    );
  });
});
