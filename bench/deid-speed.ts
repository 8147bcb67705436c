import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

const began = performance.now();
const { createDeidentifier } = await import('../src/pipeline/deidentify/deidentify.ts');
const { loadNameTables } = await import('../src/weights/load-name-tables.ts');
const deidentify = createDeidentifier(loadNameTables());
deidentify('My client Danielle called on 3/14.');
const readyMs = performance.now() - began;

const LONGEST = 40_000;
const UNITS =
  'A|a|1| |.|Aa |1-|A.|<|@|a@|[|" |Mr A |in may 5 |_a|😀|é|St. |A of the |Aa, |room 1 |mrn |&amp;|the only woman in the '.split(
    '|',
  );

function textsOf(path: string): string[] {
  const lines = readFileSync(new URL(path, import.meta.url), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line) => (JSON.parse(line) as { text: string }).text);
}

/** Milliseconds of processor time a run takes, the best of several. */
function best(rounds: number, run: () => void): number {
  const times = Array.from({ length: rounds }, () => {
    const before = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}

/** Start-up, throughput on one core and the dearest of the hostile texts of 40,000 characters. */
export function measureDeidSpeed() {
  const texts = [...textsOf('cases/phi/corpus.jsonl'), ...textsOf('cases/dev/cases.jsonl')];
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const ms = best(40, () => {
    for (const text of texts) deidentify(text);
  });
  const hostile = UNITS.map((unit) => {
    const text = unit.repeat(Math.floor(LONGEST / unit.length));
    return { unit, ms: best(5, () => deidentify(text)) };
  });
  const worst = hostile.reduce((a, b) => (b.ms > a.ms ? b : a));
  return { readyMs, megabytesPerSecond: bytes / 1000 / ms, worst };
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { json: { type: 'boolean' } } });
  const speed = measureDeidSpeed();
  const { readyMs: ready, megabytesPerSecond, worst } = speed;
  process.stdout.write(
    values.json
      ? `${JSON.stringify(speed)}\n`
      : `first call ready after ${ready.toFixed(0)} ms; ${megabytesPerSecond.toFixed(2)} MB/s; worst 40,000 hostile characters ${worst.ms.toFixed(0)} ms (${JSON.stringify(worst.unit)} repeated)\n`,
  );
}
