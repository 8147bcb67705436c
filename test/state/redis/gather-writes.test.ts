import { Writable } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { gatherWrites } from '../../../src/state/redis/gather-writes.ts';

it('lets what is written in one turn leave in one piece, in order, and the next apart', async () => {
  const pieces: string[] = [];
  const stream = new Writable({
    write: (chunk, _encoding, done) => {
      pieces.push(String(chunk));
      done();
    },
    writev: (chunks, done) => {
      pieces.push(chunks.map(({ chunk }) => String(chunk)).join('|'));
      done();
    },
  });
  gatherWrites(stream);
  stream.write('a');
  await Promise.resolve();
  stream.write('b');
  stream.write('c', () => undefined);
  expect(pieces).toEqual([]);
  await turn();
  stream.write('d');
  await turn();
  expect(pieces).toEqual(['a|b|c', 'd']);
});

it('does no harm to a stream that ends meanwhile', async () => {
  const stream = new Writable({ write: (_chunk, _encoding, done) => done() });
  gatherWrites(stream);
  stream.on('error', () => undefined);
  stream.write('a');
  stream.destroy();
  await turn();
  expect(stream.destroyed).toBe(true);
});
