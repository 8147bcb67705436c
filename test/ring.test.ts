import { describe, expect, it, vi } from 'vitest';
import { createLog } from '../src/log.ts';
import type { Alarm } from '../src/pipeline/ports.ts';
import { createRing } from '../src/ring.ts';

const alarm: Alarm = { team: 'T1', id: 'a', kind: 'digest', about: '', at: 0 };
const { signal } = new AbortController();

function start(digest: () => Promise<void>) {
  const lines: string[] = [];
  const log = createLog('debug', { write: (line) => lines.push(line) });
  return { ring: createRing({ digest }, log), lines };
}

describe('an alarm', () => {
  it('rings the bell of its kind', async () => {
    const bell = vi.fn(async () => {});
    await start(bell).ring(alarm, signal);
    expect(bell).toHaveBeenCalledExactlyOnceWith(alarm, signal);
  });
  it.each(['retired', 'constructor'])('of a kind without a bell (%s) is dropped', async (kind) => {
    const bell = vi.fn(async () => {});
    const { ring, lines } = start(bell);
    await ring({ ...alarm, kind }, signal);
    expect(bell).not.toHaveBeenCalled();
    expect(lines.join()).toContain('alarm.unknown');
  });
  it('that fails is logged by code, without a word of it, and fails', async () => {
    const { ring, lines } = start(async () => {
      throw Object.assign(new Error('SECRET words'), { code: 'away' });
    });
    await expect(ring(alarm, signal)).rejects.toThrow();
    expect(lines.join()).toContain('"code":"away"');
    expect(lines.join()).not.toContain('SECRET');
  });
});
