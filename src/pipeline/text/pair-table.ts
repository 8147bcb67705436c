const GOLDEN = 0x9e3779b1;
const MOST_KEYS = 2 ** 32;
/** Places for each pair, at least. */
const ROOM = 1.5;

/** Values by pairs of small numbers, as typed arrays: 12 to 24 bytes a pair. */
export interface PairTable {
  /** The value kept for a pair; -1 when there is none. */
  get(first: number, second: number): number;
}

/** A pair and what is kept for it; none of the three below zero. */
export type Pair = readonly [first: number, second: number, value: number];

/**
 * Builds a table (open addressing) that never changes; of a pair given twice the first value is kept.
 *
 * @throws RangeError when the numbers are too large to be told apart
 */
export function createPairTable(pairs: readonly Pair[]): PairTable {
  const firsts = pairs.reduce((most, pair) => Math.max(most, pair[0] + 1), 0);
  const seconds = pairs.reduce((most, pair) => Math.max(most, pair[1] + 1), 0);
  if (firsts * seconds > MOST_KEYS) throw new RangeError('Too many pairs to be told apart.');
  const bits = Math.ceil(Math.log2(ROOM * pairs.length + 2));
  const mask = 2 ** bits - 1;
  const keys = new Uint32Array(mask + 1);
  const values = new Int32Array(mask + 1).fill(-1);

  /** Where a key is, or would be. */
  const placeOf = (key: number) => {
    let at = Math.imul(key, GOLDEN) >>> (32 - bits);
    while ((values[at] as number) >= 0 && keys[at] !== key) at = (at + 1) & mask;
    return at;
  };

  for (const pair of pairs) {
    const key = pair[0] * seconds + pair[1];
    const at = placeOf(key);
    if ((values[at] as number) >= 0) continue;
    keys[at] = key;
    values[at] = pair[2];
  }
  return {
    get: (first, second) =>
      first < 0 || second < 0 || first >= firsts || second >= seconds
        ? -1
        : (values[placeOf(first * seconds + second)] as number),
  };
}
