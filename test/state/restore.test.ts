import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keptCase, keptEvent, keptKey } from '../../src/state/restore.ts';
import { act, caseThread, threadKey, turn } from './examples.ts';

const unreadable = expect.objectContaining({ code: 'unreadable' });

describe('kept records', () => {
  it('come back as they were', () => {
    const key = threadKey();
    const kase = caseThread(key);
    expect(keptCase.restore(keptCase.write(kase))).toEqual(kase);
    expect(keptKey.restore(keptKey.write(key))).toEqual(key);
    for (const event of [turn(), act()]) {
      expect(keptEvent.restore(keptEvent.write(event))).toEqual(event);
    }
  });
  it.each([
    ['not JSON', 'PLANTED words'],
    ['another version', JSON.stringify({ v: 2, value: threadKey() })],
    ['no version', JSON.stringify(threadKey())],
    ['a field missing', JSON.stringify({ v: 1, value: { team: 'PLANTED', channel: 'C' } })],
    ['a field of another kind', JSON.stringify({ v: 1, value: { ...threadKey(), team: 7 } })],
  ])('are refused when they have %s, without a word of theirs', (_, stored) => {
    expect(() => keptKey.restore(stored)).toThrow(unreadable);
    try {
      keptKey.restore(stored);
    } catch (error) {
      expect(JSON.stringify([String(error), (error as Error).stack])).not.toContain('PLANTED');
    }
  });
  it('are refused or restored, whatever was stored', () => {
    const outcome = (stored: string) => {
      try {
        return typeof keptEvent.restore(stored);
      } catch (error) {
        return (error as { code: string }).code;
      }
    };
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (stored) => outcome(stored) === 'unreadable'),
    );
  });
  it('are not written when they could not be restored', () => {
    const broken = { ...threadKey(), thread: undefined as unknown as string };
    expect(() => keptKey.write(broken)).toThrow(expect.objectContaining({ code: 'unstorable' }));
  });
});
