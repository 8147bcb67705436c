import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRowCounter, type Sparse } from '../../../src/pipeline/text/row-counter.ts';

const plain = ({ rows, counts }: Sparse) => [...rows].map((row, at) => [row, counts[at]]);

function counted(rows: readonly number[]) {
  const counts = new Map<number, number>();
  for (const row of rows) if (row >= 0) counts.set(row, (counts.get(row) ?? 0) + 1);
  return [...counts];
}

describe('createRowCounter', () => {
  const counter = createRowCounter();

  it('counts each stretch by itself, in the order met', () => {
    for (const row of [7, 3, 7]) counter.add(row);
    counter.end();
    counter.add(7, 2);
    counter.end();
    expect(counter.take().map(plain)).toEqual([
      [
        [7, 2],
        [3, 1],
      ],
      [[7, 2]],
    ]);
    expect(counter.take()).toEqual([]);
  });

  it('counts as a map does, however many rows there are', () => {
    const stretch = fc.array(fc.integer({ min: -1, max: 5000 }), { maxLength: 600 });
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 5 }), (stretches) => {
        for (const rows of stretches) {
          for (const row of rows) counter.add(row);
          counter.end();
        }
        expect(counter.take().map(plain)).toEqual(stretches.map(counted));
      }),
    );
  });
});
