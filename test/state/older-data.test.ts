import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isHeld } from '../../src/pipeline/thread/held.ts';
import { backupFile } from '../../src/state/local/backup-file.ts';
import { openState, type State } from '../../src/state/open-state.ts';
import { AUTHOR, KEY } from '../support/builders.ts';
import { FakeSlack } from '../support/fake-slack.ts';
import { startApp } from '../support/start-app.ts';

/** Written on 2026-11-20 by the version before records and timers, with the app of that time. */
const OLDER = 'test/fixtures/older-data/impasse.db';
const keys = readFileSync('test/fixtures/older-data/keys.txt', 'utf8').trim();
const WRITTEN = Date.parse('2026-11-20T12:00:00Z');
const DAY = 24 * 60 * 60 * 1000;
const now = () => WRITTEN + DAY;
const ts = (seconds: number) => `${WRITTEN / 1000 + seconds}.000100`;
const thread = (seconds: number) => ({ ...KEY, thread: ts(seconds) });

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'impasse-older-'));
  path = join(folder, 'impasse.sqlite');
  copyFileSync(OLDER, path);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Everything that is kept, as it reads. */
async function everything(state: State) {
  const cases = await state.store.kept(KEY.team);
  const told = await Promise.all(
    cases.map(async (key) => ({
      thread: key.thread,
      kase: await state.store.load(key),
      waiting: await state.store.waiting(key),
    })),
  );
  const byThread = told.sort((a, b) => (a.thread < b.thread ? -1 : 1));
  return { threads: byThread, audit: await state.store.audit(0), depth: await state.depth() };
}

describe('a data file of an older version', () => {
  it('is read whole: cases with their readings, what waits, who did what', async () => {
    const soon = () => WRITTEN + 600_000;
    const state = await openState({ path, keys, now: soon, works: false });
    const { threads, audit } = await everything(state);
    expect(threads.map(({ thread: at }) => at)).toEqual([ts(0), ts(100), ts(200), ts(300)]);
    const [first, second, held, waits] = threads;
    expect(first?.kase).toMatchObject({ author: AUTHOR, replies: [{}, {}] });
    expect(first?.kase?.turns.map(({ text }) => text)).toEqual([
      expect.stringContaining('has gone quiet since I raised the fee'),
      expect.stringContaining('that fell flat'),
    ]);
    expect(first?.kase?.assessment?.reading.labels.length).toBeGreaterThan(0);
    expect(second?.kase?.inHand.length).toBeGreaterThan(0);
    expect(held?.waiting.filter(isHeld)).toHaveLength(1);
    expect(waits?.waiting.map(({ kind }) => kind)).toEqual(['turn']);
    expect(audit.map(({ what }) => what)).toContain('act.in-hand');
    await state.close();
  });

  it('is gone on with: what waited is answered, and an old thread takes a further message', async () => {
    const slack = new FakeSlack();
    const bot = await startApp({ path, keys, now, slack });
    await bot.settled();
    expect(slack.shown(ts(300)).join('\n')).toMatch(/Reading, for now|Safety first/);
    const further = { ts: ts(DAY / 1000), thread: ts(0) };
    await slack.say(
      'Today she looked at me for a moment when I said that I had been short.',
      further,
    );
    await bot.settled();
    expect(slack.shown(ts(0))).toHaveLength(1);
    const kase = await bot.app.state.store.load(thread(0));
    expect(kase?.turns).toHaveLength(3);
    expect(bot.log.filter((line) => line.includes('"level":50'))).toEqual([]);
    await bot.stop();
  });
});

describe('a backup', () => {
  it('made while the bot works holds everything, and reads the same once it is put back', async () => {
    const bot = await startApp({ path, keys, now });
    await bot.settled();
    const before = await everything(bot.app.state);
    const copy = join(folder, 'backup.sqlite');
    await backupFile(path, copy);
    expect(statSync(copy).mode & 0o777).toBe(0o600);
    await bot.app.state.store.remove(thread(0));
    await bot.stop();

    for (const end of ['', '-wal', '-shm']) rmSync(`${path}${end}`, { force: true });
    copyFileSync(copy, path);
    const restored = await openState({ path, keys, now, works: false });
    expect(await everything(restored)).toEqual(before);
    expect((await restored.health()).map(({ level }) => level)).toEqual(['ok', 'ok']);
    await restored.close();
  });

  it('is of no use without the keys', async () => {
    const copy = join(folder, 'backup.sqlite');
    await backupFile(path, copy);
    const other = `${keys.split(':')[0]}:${Buffer.alloc(32, 7).toString('base64')}`;
    await expect(openState({ path: copy, keys: other, now })).rejects.toMatchObject({
      code: 'key-wrong',
    });
  });

  it('overwrites nothing, and makes no empty copy of nothing', async () => {
    const copy = join(folder, 'there.sqlite');
    copyFileSync(OLDER, copy);
    await expect(backupFile(path, copy)).rejects.toMatchObject({ code: 'cannot-open' });
    const nothing = backupFile(join(folder, 'none.sqlite'), join(folder, 'new.sqlite'));
    await expect(nothing).rejects.toMatchObject({ code: 'cannot-open' });
    expect(existsSync(join(folder, 'new.sqlite'))).toBe(false);
  });
});
