import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { parseKeyRing } from '../../src/state/key-ring.ts';
import { backupFile } from '../../src/state/local/backup-file.ts';
import { newKey } from '../../src/state/new-key.ts';
import { openState } from '../../src/state/open-state.ts';
import { keptEvent } from '../../src/state/restore.ts';
import { createSealer } from '../../src/state/seal.ts';
import { KEY } from '../support/builders.ts';
import { mutated, PLANTED } from './mutate.ts';

const OLDER = readFileSync('test/fixtures/older-data/impasse.db');
const keys = readFileSync('test/fixtures/older-data/keys.txt', 'utf8').trim();
const folder = mkdtempSync(join(tmpdir(), 'impasse-fuzz-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('sealed records, whatever became of them', () => {
  const sealer = createSealer(parseKeyRing(newKey(new Date(0))));
  const whole = sealer.seal('record:a', 0, PLANTED);
  const slipped = fc
    .tuple(fc.nat({ max: whole.length }), fc.nat({ max: 5 }), fc.string({ maxLength: 5 }))
    .map(([at, length, by]) => whole.slice(0, at) + by + whole.slice(at + length));

  it('open as they were sealed, or are refused by code', () => {
    fc.assert(
      fc.property(fc.oneof(slipped, fc.string()), (sealed) => {
        try {
          // Base64 has more than one way to write the last bits.
          expect(sealer.open('record:a', sealed).text).toBe(PLANTED);
        } catch (error) {
          expect(error).toMatchObject({
            ...{ name: 'StateError', code: expect.stringMatching(/^(?:tampered|key-unknown)$/) },
          });
        }
      }),
      { numRuns: 800 },
    );
  });
});

describe('waiting events, whatever became of them', () => {
  const message = { id: 'a', author: 'U1', ts: '1.1', at: 1, text: 'x', removed: {}, flags: [] };
  const seeds = [
    { kind: 'turn', ...message, unreadable: null },
    { kind: 'act', id: 'a', by: 'U1', at: 1, does: 'tap', value: 'x' },
    { kind: 'retraction', id: 'a', turn: 'b', ts: '1.1', by: 'U1', at: 1 },
  ];

  it('are restored or refused by code, without a word of theirs', () => {
    for (const seed of seeds)
      expect(keptEvent.restore(JSON.stringify({ v: 1, value: seed }))).toMatchObject(seed);
    fc.assert(
      fc.property(mutated<unknown>(seeds), (value) => {
        try {
          keptEvent.restore(JSON.stringify({ v: 1, value }));
        } catch (error) {
          expect(error).toMatchObject({ name: 'StateError', code: 'unreadable' });
          expect(String(error)).not.toContain(PLANTED);
        }
      }),
      { numRuns: 400 },
    );
  });
});

describe('a data file or a backup of it, whatever became of it', () => {
  const damaged = fc
    .tuple(
      fc.array(fc.tuple(fc.nat({ max: OLDER.length - 1 }), fc.uint8Array({ maxLength: 64 })), {
        ...{ minLength: 1, maxLength: 6 },
      }),
      fc.option(fc.nat({ max: OLDER.length }), { freq: 4 }),
    )
    .map(([changes, length]) => {
      const file = Buffer.from(OLDER);
      for (const [at, bytes] of changes) file.set(bytes.slice(0, file.length - at), at);
      return length === null ? file : file.subarray(0, length);
    });

  async function readAll(path: string) {
    const state = await openState({ keys, path, works: false });
    try {
      for (const key of await state.store.kept(KEY.team)) {
        await state.store.load({ ...key });
        await state.store.waiting(key);
      }
      await state.store.audit(0);
      await state.health();
    } finally {
      await state.close();
    }
  }

  it('is read, or refused with what to do', async () => {
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(fc.oneof(damaged, fc.uint8Array().map(Buffer.from)), async (file) => {
        const path = join(folder, `${Math.random()}.sqlite`);
        const copy = `${path}.copy`;
        writeFileSync(path, file);
        const acts = [readAll(path), backupFile(path, copy).then(() => readAll(copy))];
        for (const ended of await Promise.allSettled(acts)) {
          if (ended.status === 'fulfilled') continue;
          refused += 1;
          expect(ended.reason).toMatchObject({ name: 'StateError', cure: expect.any(String) });
        }
      }),
      { numRuns: 60 },
    );
    expect(refused).toBeGreaterThan(10);
  }, 60_000);
});
