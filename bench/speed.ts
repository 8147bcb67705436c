import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { newKey } from '../src/state/new-key.ts';
import { startRedis } from '../test/state/redis-server.ts';
import { measureDeidSpeed } from './deid-speed.ts';
import { measureFirstReadings } from './speed/first-reading.ts';
import { measureIngress } from './speed/ingress.ts';
import { measureOpenCases } from './speed/open-cases.ts';
import { reportOf, type Speed } from './speed/report.ts';
import { startSlackStub } from './speed/slack-stub.ts';
import { measureStartUp } from './speed/start-up.ts';
import { measureTurns } from './speed/turns.ts';

const OUT = new URL('./speed.json', import.meta.url);

/** Says on standard error what is measured now, so that three minutes are not silent. */
async function part<T>(name: string, measure: () => T | Promise<T>): Promise<T> {
  const began = performance.now();
  const measured = await measure();
  process.stderr.write(`${name}: ${((performance.now() - began) / 1000).toFixed(0)} s\n`);
  return measured;
}

/** Everything, one after the other, on the loopback address; ends what it starts. */
async function measure(): Promise<Speed> {
  const began = performance.now();
  const folder = mkdtempSync(join(tmpdir(), 'impasse-speed-'));
  const slack = await startSlackStub();
  const redis = await startRedis(['--maxmemory-policy', 'noeviction']);
  try {
    const startUp = await part('start-up', () => measureStartUp(slack));
    const ingress = await part('ingress', () => measureIngress(slack, redis));
    const firstReadings = await part('first readings', () => measureFirstReadings(slack, redis));
    const turn = await part('turns', measureTurns);
    const deid = await part('de-identification', measureDeidSpeed);
    const path = join(folder, 'impasse.sqlite');
    const cases = { path, keys: newKey(new Date()) };
    const openCases = await part('open cases', () => measureOpenCases(cases));
    const [cpu] = cpus();
    const machine = { cores: cpus().length, cpu: cpu?.model ?? '', node: process.version };
    const seconds = Math.round((performance.now() - began) / 1000);
    return { machine, startUp, turn, ingress, firstReadings, openCases, deid, seconds };
  } finally {
    slack.stop();
    await redis.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
const speed = await measure();
writeFileSync(OUT, `${JSON.stringify(speed, null, 2)}\n`);
process.stdout.write(values.json ? `${JSON.stringify(speed)}\n` : `${reportOf(speed)}\n`);
