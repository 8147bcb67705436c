/** Counted features of one stretch of a text that a model knows, in the order they were met. */
export interface Sparse {
  /** Rows of the model. */
  readonly rows: Int32Array;
  readonly counts: Float64Array;
}

/** Counts rows in the order they are met, one stretch after the other. */
export interface RowCounter {
  /** Counts a row once more, or `count` times more; below zero stands for no row at all. */
  add(row: number, count?: number): void;
  /** Ends a stretch: what comes next is counted anew. */
  end(): void;
  /** What was counted since the beginning, which holds only until more is counted. */
  counted(): Sparse;
  /** The stretches that were ended; begins anew. */
  take(): Sparse[];
  /** Begins anew, whatever was left when counting broke off. */
  clear(): void;
}

const FIRST_SIZE = 256;

function larger<T extends Int32Array | Float64Array>(full: T, atLeast = 0): T {
  const size = Math.max(2 * full.length, atLeast);
  const room = new (full.constructor as new (size: number) => T)(size);
  room.set(full);
  return room;
}

/** Builds a counter of rows whose number need not be known: it makes room as they come. */
export function createRowCounter(): RowCounter {
  /** One more than where each row was met last; 0 for those that were not. */
  let places = new Int32Array(FIRST_SIZE);
  let rows = new Int32Array(FIRST_SIZE);
  let counts = new Float64Array(FIRST_SIZE);
  let size = 0;
  let ends: number[] = [];
  let begun = 0;

  const begin = (row: number, count: number) => {
    if (size === rows.length) [rows, counts] = [larger(rows), larger(counts)];
    rows[size] = row;
    counts[size] = count;
    size += 1;
    places[row] = size;
  };

  const clear = () => {
    for (let at = 0; at < size; at += 1) places[rows[at] as number] = 0;
    ends = [];
    size = 0;
    begun = 0;
  };

  return {
    add(row, count = 1) {
      if (row < 0) return;
      if (row >= places.length) places = larger(places, row + 1);
      const place = places[row] as number;
      if (place <= begun) begin(row, count);
      else counts[place - 1] = (counts[place - 1] as number) + count;
    },
    end() {
      ends.push(size);
      begun = size;
    },
    counted: () => ({ rows: rows.subarray(0, size), counts: counts.subarray(0, size) }),
    take() {
      const all = { rows: rows.slice(0, size), counts: counts.slice(0, size) };
      const stretches = ends.map((end, nth) => {
        const from = ends[nth - 1] ?? 0;
        return { rows: all.rows.subarray(from, end), counts: all.counts.subarray(from, end) };
      });
      clear();
      return stretches;
    },
    clear,
  };
}
