/**
 * A worker thread that reads raw text for the door. It has no settings and no connections, keeps nothing
 * and logs nothing.
 */
import { enableCompileCache } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import type { Stage } from '../operate/stage.ts';
import { type Answered, type Asked, type DoorData, READY } from './door-messages.ts';

enableCompileCache();
const { buildRawStages } = await import('../build-raw-stages.ts');
const { giveBackMemory } = await import('../give-back-memory.ts');
const { timedDoor } = await import('../operate/timed-stages.ts');
const { receive } = await import('../pipeline/receive.ts');
const { loadReaderModel } = await import('../weights/load-reader-model.ts');
const { loadSafetyModel } = await import('../weights/load-safety-model.ts');

const { knowledge, screenVersion } = workerData as DoorData;
const raw = buildRawStages(knowledge, loadReaderModel(), loadSafetyModel());
let lengths: [Stage, number][] = [];
const stages = timedDoor({ ...raw, screenVersion }, (stage, ms) => lengths.push([stage, ms]));

function answer(asked: Asked): Answered {
  const { nth } = asked;
  lengths = [];
  try {
    const result = 'screen' in asked ? stages.screen(asked.screen) : receive(stages, asked.receive);
    return { nth, result, lengths };
  } catch {
    return { nth, result: null, lengths };
  }
}

giveBackMemory();
parentPort?.on('message', (asked: Asked) => parentPort?.postMessage(answer(asked)));
parentPort?.postMessage(READY);
