import { buildStages } from '../../src/build-stages.ts';
import { plainly } from '../../src/pipeline/circumstances.ts';
import { consult } from '../../src/pipeline/consult.ts';
import { receive } from '../../src/pipeline/receive.ts';
import type { CaseThread } from '../../src/pipeline/thread/case-thread.ts';
import { openCase } from '../../src/pipeline/thread/open-case.ts';
import { openState } from '../../src/state/open-state.ts';
import { growthOf, rounded, spreadOf } from './percentile.ts';
import { CHANNEL, TEAM } from './slack-stub.ts';
import { devWriteUps, textOfLength } from './write-ups.ts';

const COUNTS = [100, 10_000, 100_000];
const RUNS = 200;
const WHOLE = 100;
const AT_ONCE = 64;
const MONTH_MS = 30 * 24 * 60 * 60 * 1000;
const threadOf = (nth: number) => ({ team: TEAM, channel: CHANNEL, thread: `${nth + 1}.000100` });

/** A case with a reading, as it is kept after its first turn. */
function usualCase(): CaseThread {
  const { stages } = buildStages();
  const raw = textOfLength(devWriteUps(), 1_200, 0);
  const arrival = { id: 'speed', author: 'U0SPEED', ts: '1.1', at: Date.now() };
  const received = receive(stages, { ...arrival, raw, context: {} });
  if (received.kind !== 'turn') throw new Error('The text of the measurement was refused.');
  const opened = openCase(threadOf(0), 'speed', received.turn);
  return consult(stages, opened, [received.turn], plainly(new Date())).kase;
}

/** State with as many open cases as are asked for, one after the other. */
export async function openCases(where: { readonly path: string; readonly keys: string }) {
  const state = await openState({ ...where, works: false });
  const kase = usualCase();
  let filled = 0;
  // Beside the ones that are measured stand cases without a reading: a hundred thousand whole ones are a gigabyte.
  const small = { ...kase, assessment: null };
  const save = async (nth: number) => {
    const key = threadOf(nth);
    const kept = nth < WHOLE ? kase : small;
    await state.store.commit(key, { ...kept, key, id: `case-${nth}` }, [], MONTH_MS);
  };
  return {
    state,
    save,
    async fillTo(count: number): Promise<void> {
      while (filled < count) {
        const batch = Math.min(AT_ONCE, count - filled);
        await Promise.all(Array.from({ length: batch }, (_, nth) => save(filled + nth)));
        filled += batch;
      }
    },
    close: () => state.close(0),
  };
}

/** What one turn's reading and saving takes with ever more open cases beside it. */
export interface OpenCases {
  /** Milliseconds (median) by number of open cases. */
  readonly ms: Readonly<Record<string, number>>;
  readonly growth: number;
  /** Memory of this process above the start, in MB, by number of open cases. */
  readonly memoryMb: Readonly<Record<string, number>>;
}

/** Fills a data file with open cases and times loading and saving one of them on the way. */
export async function measureOpenCases(where: {
  readonly path: string;
  readonly keys: string;
}): Promise<OpenCases> {
  const cases = await openCases(where);
  const before = process.memoryUsage.rss();
  const ms: [number, number][] = [];
  const memory: [number, number][] = [];
  for (const count of COUNTS) {
    await cases.fillTo(count);
    const times: number[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      const key = threadOf(run % WHOLE);
      const began = performance.now();
      const kase = await cases.state.store.load(key);
      if (kase !== null) await cases.state.store.commit(key, kase, [], MONTH_MS);
      times.push(performance.now() - began);
    }
    ms.push([count, spreadOf(times).p50]);
    memory.push([count, rounded((process.memoryUsage.rss() - before) / 1e6, 0)]);
  }
  await cases.close();
  return { ms: Object.fromEntries(ms), growth: growthOf(ms), memoryMb: Object.fromEntries(memory) };
}
