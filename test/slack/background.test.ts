import { describe, expect, it } from 'vitest';
import { createBackground } from '../../src/slack/background.ts';

const lines: unknown[] = [];
const write = (...line: unknown[]) => lines.push(line);
const log = { info: write, warn: write, error: write };

describe('createBackground', () => {
  it('waits for what runs, also for what that starts', async () => {
    const background = createBackground(log);
    const done: string[] = [];
    background.run('a', async () => {
      await Promise.resolve();
      background.run('b', async () => done.push('b'));
      done.push('a');
    });
    expect(background.running()).toBe(1);
    expect(await background.idle(1_000)).toBe(true);
    expect(done.sort()).toEqual(['a', 'b']);
  });

  it('says no when something still runs after the time limit', async () => {
    const background = createBackground(log);
    let finish = () => {};
    background.run(
      'slow',
      () =>
        new Promise<void>((resolve) => {
          finish = resolve;
        }),
    );
    expect(await background.idle(10)).toBe(false);
    finish();
    expect(await background.idle(1_000)).toBe(true);
  });

  it('turns a failure nobody waits for into a code and passes on one somebody waits for', async () => {
    const background = createBackground(log);
    background.run('slack.x-failed', async () => {
      throw new RangeError('Anna Example');
    });
    await background.idle(1_000);
    expect(lines).toContainEqual(['slack.x-failed', { code: 'RangeError' }]);
    await expect(background.count(async () => Promise.reject(new Error('no')))).rejects.toThrow(
      'no',
    );
  });
});
