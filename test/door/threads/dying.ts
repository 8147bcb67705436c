/** A thread that ends over whatever it is asked, with words of it in its error. */
import { parentPort } from 'node:worker_threads';

parentPort?.on('message', (asked) => {
  throw new Error(`cannot read ${JSON.stringify(asked)}`);
});
parentPort?.postMessage('ready');
