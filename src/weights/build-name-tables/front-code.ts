/**
 * Packs sorted ASCII keys with their flags: per entry one byte of shared prefix length, one byte of
 * suffix length, the suffix and one byte of flags.
 */
export function frontCode(entries: ReadonlyMap<string, number>): Uint8Array {
  const bytes: number[] = [];
  let previous = '';
  for (const key of [...entries.keys()].sort()) {
    let shared = 0;
    while (shared < key.length && key[shared] === previous[shared]) shared++;
    const suffix = Buffer.from(key.slice(shared), 'ascii');
    bytes.push(shared, suffix.length, ...suffix, entries.get(key) ?? 0);
    previous = key;
  }
  return Uint8Array.from(bytes);
}
