import { parseArgs } from 'node:util';
import { chaos, type Report } from './run.ts';

const USAGE = `npm run chaos -- [--turns 1000] [--seed 1] [--kills 24] [--restarts 6] [--minutes 8] [--json]
Runs two ingress and two worker processes against a Redis of its own and a strict fake Slack, all on
the loopback address, kills them and restarts Redis by a seeded plan, and counts what was lost, answered
twice or out of order. Ends after --minutes at the latest and only what it started itself.`;

function wholeNumber(text: string, name: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 0) return value;
  throw new TypeError(`--${name} takes a whole number.`);
}

function readFlags() {
  const { values } = parseArgs({
    options: {
      turns: { type: 'string', default: '1000' },
      seed: { type: 'string', default: '1' },
      kills: { type: 'string', default: '24' },
      restarts: { type: 'string', default: '6' },
      minutes: { type: 'string', default: '8' },
      json: { type: 'boolean', default: false },
    },
  });
  const { json, ...numbers } = values;
  const read = (name: keyof typeof numbers) => wholeNumber(numbers[name], name);
  return {
    json,
    plan: {
      ...{ turns: read('turns'), seed: read('seed'), kills: read('kills') },
      ...{ restarts: read('restarts'), minutes: read('minutes') },
    },
  };
}

function table(report: Report): string {
  return Object.entries(report)
    .map(([name, value]) => `${name.padEnd(16)}${JSON.stringify(value)}`)
    .join('\n');
}

async function main(): Promise<number> {
  let flags: ReturnType<typeof readFlags>;
  try {
    flags = readFlags();
  } catch {
    console.error(USAGE);
    return 2;
  }
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  const report = await chaos(flags.plan, stop.signal);
  console.log(flags.json ? JSON.stringify(report) : table(report));
  return report.ok ? 0 : 1;
}

process.exitCode = await main();
