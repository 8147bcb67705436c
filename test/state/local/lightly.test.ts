import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Database, MEMORY, openDatabase } from '../../../src/state/local/database.ts';

const NORMAL = 1;
const FULL = 2;

let db: Database;
const waitsForDisk = () => db.get('PRAGMA synchronous')?.synchronous;

beforeEach(() => {
  db = openDatabase(MEMORY);
});
afterEach(() => db.close());

it('waits for the disk again after a change that did not, also when that change failed', () => {
  expect(waitsForDisk()).toBe(FULL);
  expect(db.lightly(waitsForDisk)).toBe(NORMAL);
  expect(waitsForDisk()).toBe(FULL);
  expect(() => db.lightly(() => db.run('INSERT INTO nowhere VALUES (1)'))).toThrow();
  expect(() =>
    db.lightly(() => db.atomic(() => db.run('INSERT INTO nowhere VALUES (1)'))),
  ).toThrow();
  expect(waitsForDisk()).toBe(FULL);
});
