import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { parseKeyRing } from '../../src/state/key-ring.ts';
import { newKey } from '../../src/state/new-key.ts';

const bytes = (count: number) => randomBytes(count).toString('base64');

describe('parseKeyRing', () => {
  it('reads several keys, the first of which encrypts', () => {
    const ring = parseKeyRing(` new:${bytes(32)} , old:${bytes(32)},`);
    expect(ring.first).toBe('new');
    expect([...ring.keys.keys()]).toEqual(['new', 'old']);
  });
  it('reads what new-key makes, which differs every time', () => {
    const [one, two] = [newKey(new Date()), newKey(new Date())];
    expect(parseKeyRing(one).keys.size).toBe(1);
    expect(one).not.toBe(two);
  });
  it.each([
    ['', 'keys-missing'],
    [' , ', 'keys-missing'],
    [bytes(32), 'keys-malformed'],
    ['k1:', 'keys-malformed'],
    ['k 1:abc', 'keys-malformed'],
    [`k1:${bytes(32)}:x`, 'keys-malformed'],
    [`k1:${bytes(16)}`, 'keys-length'],
    [`k1:${bytes(33)}`, 'keys-length'],
    [`k1:${bytes(32)},k1:${bytes(32)}`, 'keys-duplicate'],
  ])('refuses %j and says how to make a key', (text, code) => {
    const refuse = () => parseKeyRing(text);
    expect(refuse).toThrow(expect.objectContaining({ code }));
    if (code !== 'keys-duplicate') expect(refuse).toThrow(/npm run new-key/);
  });
  it('does not repeat a key in its error', () => {
    const secret = bytes(31);
    try {
      parseKeyRing(`k1:${secret}`);
    } catch (error) {
      expect(String(error)).not.toContain(secret.slice(0, 8));
    }
  });
});
