import { describe, expect, it } from 'vitest';
import { parseKeyRing } from '../../src/state/key-ring.ts';
import { createSealer } from '../../src/state/seal.ts';
import { keyLine } from './homes.ts';

const [one, two] = [keyLine('one'), keyLine('two')];
const sealer = createSealer(parseKeyRing(one));
const tampered = expect.objectContaining({ code: 'tampered' });

/** The record with one character of its last part changed. */
function flip(record: string, place: number): string {
  const at = record.lastIndexOf('.') + 1 + place;
  return `${record.slice(0, at)}${record[at] === 'A' ? 'B' : 'A'}${record.slice(at + 1)}`;
}

describe('createSealer', () => {
  it('opens what it sealed, with its expiry', () => {
    const record = sealer.seal('case:1', 1234, 'Ünïcode words');
    expect(sealer.open('case:1', record)).toEqual({ text: 'Ünïcode words', until: 1234 });
    expect(record).toMatch(/^one\./);
    expect(Buffer.from(record.split('.')[2] ?? '', 'base64url').toString()).not.toContain('words');
  });
  it('never seals the same twice alike', () => {
    const sealed = Array.from({ length: 1_000 }, () => sealer.seal('a', 0, 'x'));
    const vectors = sealed.map((record) => record.split('.')[2]?.slice(0, 16));
    expect(new Set(vectors).size).toBe(1_000);
  });
  it('opens records of every key of the ring and knows which are current', () => {
    const turned = createSealer(parseKeyRing(`${two},${one}`));
    const record = sealer.seal('a', 0, 'x');
    expect(turned.open('a', record).text).toBe('x');
    expect(turned.isCurrent(record)).toBe(false);
    expect(turned.isCurrent(turned.seal('a', 0, 'x'))).toBe(true);
  });
  it('notices that nothing but the key is missing', () => {
    const record = createSealer(parseKeyRing(two)).seal('a', 0, 'x');
    expect(() => sealer.open('a', record)).toThrow(
      expect.objectContaining({ code: 'key-unknown' }),
    );
  });
  it.each([
    ['moved to another name', 'case:2', (record: string) => record],
    ['kept longer', 'case:1', (record: string) => record.replace('.1.', '.zzzzzzzz.')],
    ['changed in its nonce', 'case:1', (record: string) => flip(record, 0)],
    ['changed in its tag', 'case:1', (record: string) => flip(record, 20)],
    ['changed in its data', 'case:1', (record: string) => flip(record, 40)],
    ['cut short', 'case:1', (record: string) => record.slice(0, -4)],
    ['cut to nothing', 'case:1', (record: string) => record.slice(0, 12)],
    ['emptied', 'case:1', () => ''],
    ['replaced by plain text', 'case:1', () => '{"v":1}'],
  ])('refuses a record that was %s', (_, name, change) => {
    const record = sealer.seal('case:1', 1, 'some words of a case');
    expect(() => sealer.open(name, change(record))).toThrow(tampered);
  });
});
