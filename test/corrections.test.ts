import { describe, expect, it } from 'vitest';
import { createCorrections } from '../src/corrections.ts';
import { KEY } from './support/builders.ts';

describe('createCorrections', () => {
  it('remembers words of one thread, and of no other', () => {
    const corrections = createCorrections(() => 0);
    corrections.add(KEY, { missed: ['Foster'] });
    corrections.add(KEY, { kept: ['Pawtucket'] });
    expect(corrections.of(KEY)).toMatchObject({ missed: ['Foster'], kept: ['Pawtucket'] });
    expect(corrections.of({ ...KEY, thread: '1.1' })).toEqual({ missed: [], kept: [] });
  });

  it('takes the last word on a word', () => {
    const corrections = createCorrections(() => 0);
    corrections.add(KEY, { kept: ['Foster'] });
    corrections.add(KEY, { missed: ['Foster'] });
    expect(corrections.of(KEY)).toMatchObject({ missed: ['Foster'], kept: [] });
  });

  it('forgets after a day, when told to, and the oldest of very many', () => {
    let now = 0;
    const corrections = createCorrections(() => now);
    corrections.add(KEY, { missed: ['Foster'] });
    now = 24 * 60 * 60 * 1000;
    expect(corrections.of(KEY).missed).toEqual([]);
    corrections.add(KEY, { missed: ['Foster'] });
    corrections.forget(KEY);
    expect(corrections.of(KEY).missed).toEqual([]);
    corrections.add(KEY, { missed: ['Foster'] });
    for (let at = 0; at < 500; at += 1) {
      corrections.add({ ...KEY, thread: `${at}.1` }, { missed: ['x'] });
    }
    expect(corrections.of(KEY).missed).toEqual([]);
  });
});
