import { trainDanger } from './train-danger.ts';
import { trainReader } from './train-reader.ts';
import { trainSafety } from './train-safety.ts';

const timed = (name: string, train: () => void) => {
  const started = performance.now();
  train();
  console.log(`${name}: ${((performance.now() - started) / 1000).toFixed(1)} s`);
};

timed('reader', trainReader);
timed('safety', trainSafety);
timed('danger', trainDanger);
