import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openDatabase } from '../../../src/state/local/database.ts';
import { createLocalShelf } from '../../../src/state/local/local-shelf.ts';
import { openState, type State } from '../../../src/state/open-state.ts';
import { act, caseThread, threadKey, turn } from '../examples.ts';
import { DAY, keyLine } from '../homes.ts';

const keys = keyLine('test');
const SOON = { timeout: 8000, interval: 20 };

describe('a data file', () => {
  let folder: string;
  let path: string;
  const opened: State[] = [];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'impasse-local-'));
    path = join(folder, 'deep', 'impasse.sqlite');
  });
  afterEach(async () => {
    for (const state of opened.splice(0)) await state.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const open = async (more: Partial<Parameters<typeof openState>[0]> = {}) => {
    const state = await openState({ keys, path, ...more });
    opened.push(state);
    return state;
  };

  it('is used by one process alone, but for tools', async () => {
    const state = await open();
    await expect(open()).rejects.toMatchObject({ code: 'in-use' });
    const tool = await open({ works: false });
    const key = threadKey();
    await state.store.commit(key, caseThread(key), [], DAY);
    expect(await tool.store.list('T0TEAM')).toEqual([key]);
  });
  it('is free again when the process that used it was killed', async () => {
    await (await open()).close();
    const script = `import { openState } from ${JSON.stringify(new URL('../../../src/state/open-state.ts', import.meta.url).href)};
      await openState(${JSON.stringify({ keys, path })});
      console.log('open');
      setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    await expect(open()).rejects.toMatchObject({ code: 'in-use' });
    child.kill('SIGKILL');
    await once(child, 'exit');
    await expect(open()).resolves.toBeDefined();
  });
  it('locked by another program is reported after a short wait, and works again', async () => {
    const state = await open();
    const other = new DatabaseSync(path);
    other.exec('BEGIN IMMEDIATE');
    const key = threadKey();
    await expect(state.store.append(key, turn())).rejects.toMatchObject({ code: 'locked' });
    other.exec('ROLLBACK');
    other.close();
    expect(await state.store.append(key, turn())).toBe(true);
  });
  it('on a full disk is reported, and nothing confirmed is lost', async () => {
    const state = await open();
    const key = threadKey();
    await state.store.append(key, turn({ id: 'kept' }));
    await state.close();
    const db = openDatabase(path);
    db.get(`PRAGMA max_page_count = ${Number(db.get('PRAGMA page_count')?.page_count) + 4}`);
    const shelf = createLocalShelf(db, () => {});
    const record = 'x'.repeat(10_000);
    const mark = { thread: 't', key: 'k', until: 2, indexes: [], now: 1 };
    await shelf.append(mark, { id: 'small', record: 'x' }, false);
    await expect(
      (async () => {
        for (let id = 0; ; id += 1) await shelf.append(mark, { id: `${id}`, record }, false);
      })(),
    ).rejects.toMatchObject({ code: 'full' });
    expect((await shelf.waiting('t'))[0]).toEqual({ id: 'small', record: 'x' });
    await shelf.close();
    expect((await (await open()).store.waiting(key))[0]?.id).toBe('kept');
  });
  it.each([
    ['no database', (file: string) => writeFileSync(file, 'plain words '.repeat(500))],
    [
      'damaged',
      (file: string) => {
        const bytes = readFileSync(file);
        bytes.fill(0xff, 100);
        writeFileSync(file, bytes);
      },
    ],
  ])('that is %s is refused with what to do', async (_, spoil) => {
    await (await open()).close();
    spoil(path);
    await expect(open()).rejects.toMatchObject({ code: 'corrupt', cure: /backup/ });
  });
  it('of a newer version is left alone', async () => {
    await (await open()).close();
    const db = new DatabaseSync(path);
    db.exec('PRAGMA user_version = 99');
    db.close();
    await expect(open()).rejects.toMatchObject({ code: 'file-newer' });
  });
  it('in a place that is no folder is refused', async () => {
    writeFileSync(join(folder, 'deep'), '');
    await expect(open()).rejects.toMatchObject({ code: 'cannot-open' });
  });
  it('is readable by its owner only', async () => {
    await open();
    expect(statSync(path).mode & 0o077).toBe(0);
    expect(statSync(`${path}-wal`).mode & 0o077).toBe(0);
  });
  it('that was written into is told apart record by record, by code and never shown', async () => {
    const faults: string[] = [];
    const state = await open({ onFault: (code) => faults.push(code) });
    const [one, two] = [threadKey(), threadKey()];
    for (const key of [one, two]) {
      await state.store.append(key, turn());
      await state.store.commit(key, caseThread(key), [], DAY);
    }
    const db = new DatabaseSync(path);
    db.exec(`UPDATE threads SET kase = (SELECT kase FROM threads ORDER BY rowid DESC LIMIT 1)`);
    db.exec(`UPDATE waiting SET record = 'plain words' WHERE seq = 1`);
    db.close();
    await expect(state.store.load(one)).rejects.toMatchObject({ code: 'tampered' });
    await expect(state.store.waiting(one)).rejects.toMatchObject({ code: 'tampered' });
    expect(await state.store.load(two)).not.toBeNull();
    expect(faults).toEqual(['tampered', 'tampered']);
    expect(await state.store.remove(one)).toBe(true);
  });
  it('keeps what was asked for while a turn was cut off by a kill', async () => {
    const key = threadKey();
    const state = await open();
    await state.store.append(key, turn());
    await state.queue.wake(key);
    await state.store.append(key, act());
    await state.close();
    const db = new DatabaseSync(path);
    db.exec('UPDATE jobs SET tries = 1');
    db.close();
    const again = await open();
    const seen: string[] = [];
    again.queue.work(
      async ({ thread }) => void seen.push(thread),
      async () => {},
    );
    await vi.waitFor(() => expect(seen).toEqual([key.thread]), SOON);
  });
  it('is found sound by its health check', async () => {
    const state = await open();
    expect(await state.health()).toMatchObject([
      { id: 'local.file', level: 'ok' },
      { id: 'local.disk' },
    ]);
  });
});
