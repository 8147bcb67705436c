import { Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eachJsonLine, readAll } from '../../src/commands/json-lines.ts';
import { readActId } from '../../src/slack/views/act-id.ts';
import { readPlaceValue } from '../../src/slack/views/place-value.ts';
import { SHAPES } from '../../src/state/records/shapes.ts';
import { keptCase, keptKey } from '../../src/state/restore.ts';
import { caseThread, threadKey } from '../state/examples.ts';
import { mutated, PLANTED } from './mutate.ts';

const line = fc.oneof(
  fc.string(),
  fc.json(),
  fc.constantFrom('{"text":7}', '[]', 'null', '{"a":1}'),
);

describe('lines of a command, whatever stands in them', () => {
  it('are answered one for one, a bad one with an error of its own', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 12 }), async (lines) => {
        const given = lines.map((each) => each.replaceAll(/[\n\r\u2028\u2029]/g, ' '));
        const written: string[] = [];
        const input = Readable.from([Buffer.from(given.join('\n'))]);
        const status = await eachJsonLine(
          input,
          (text) => void written.push(text),
          (value) => value,
        );
        const told = given.filter((each) => each.trim() !== '');
        expect(written).toHaveLength(told.length);
        expect(written.every((text) => typeof JSON.parse(text) === 'object')).toBe(true);
        expect(status).toBe(written.some((text) => 'error' in JSON.parse(text)) ? 1 : 0);
      }),
      { numRuns: 150 },
    );
  });

  it('are text or refused as not text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array(), async (bytes) => {
        const read = readAll(Readable.from([Buffer.from(bytes)]));
        await read.catch((error: Error) => expect(error.name).toBe('LineError'));
      }),
      { numRuns: 150 },
    );
  });
});

describe('what buttons carry, whatever it is', () => {
  it('is one of ours or nothing', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.constantFrom('tap:wd-denial', 'tap:', 'why:x')),
        (id) => {
          const act = readActId(id);
          if (act !== null) expect(id.startsWith(act.does)).toBe(true);
          const place = readPlaceValue(id);
          if (place !== null) expect(id.startsWith(place.channel)).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('stored records, whatever became of them', () => {
  const stored = (value: unknown) => JSON.stringify({ v: 1, value });
  const kase = JSON.parse(keptCase.write(caseThread(threadKey()))).value as object;

  it('are restored whole or refused by code, without a word of theirs', () => {
    fc.assert(
      fc.property(mutated([kase]), (changed) => {
        try {
          keptCase.restore(stored(changed));
        } catch (error) {
          expect(error).toMatchObject({ name: 'StateError', code: 'unreadable' });
          expect(String(error)).not.toContain(PLANTED);
        }
      }),
      { numRuns: 300 },
    );
    expect(() => keptKey.restore(stored({ team: PLANTED }))).toThrow(/./);
  });

  it.each(Object.entries(SHAPES))('of kind %s never throw anything but a refusal', (_, shape) => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        expect(typeof shape.safeParse(JSON.parse(json)).success).toBe('boolean');
      }),
      { numRuns: 60 },
    );
  });
});
