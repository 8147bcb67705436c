import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseYaml } from '../../src/knowledge/yaml-file.ts';

const FOLDER = 'src/knowledge/';
const FILES = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.yml'))
  .map((name) => readFileSync(`${FOLDER}${name}`, 'utf8').slice(0, 3_000));

/** A knowledge file with a stretch of it replaced, as a slip of the hand would. */
const slipped = fc
  .tuple(fc.nat(), fc.nat(), fc.nat({ max: 60 }), fc.oneof(fc.string(), fc.constant('\t- {[:')))
  .map(([which, at, length, by]) => {
    const text = FILES[which % FILES.length] ?? '';
    const from = at % text.length;
    return text.slice(0, from) + by + text.slice(from + length);
  });

describe('YAML, whatever stands in it', () => {
  it('is read or refused with a line and a reason', () => {
    fc.assert(
      fc.property(fc.oneof(slipped, fc.string()), (text) => {
        const file = parseYaml('any.yml', text);
        if ('value' in file) {
          expect(file.line(['a', 0, 'b'])).toBeGreaterThan(0);
        } else {
          expect(file.line).toBeGreaterThan(0);
          expect(file.reason).not.toBe('');
        }
      }),
      { numRuns: 400 },
    );
  });
});
