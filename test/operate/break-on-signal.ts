import { inspect } from 'node:util';

/** Loaded into the bot by `--import`: breaks it, on a signal, with messages that hold a name. */
const MESSAGE = 'Danielle Foster said she would rather be dead';

/** A fault that repeats its words wherever one can stand. */
const everywhere = () =>
  Object.assign(new Error(MESSAGE, { cause: MESSAGE }), { name: MESSAGE, code: MESSAGE });

process.once('SIGUSR2', () => {
  setImmediate(() => {
    throw Object.assign(new Error(MESSAGE), { detail: MESSAGE });
  });
  setImmediate(() => {
    throw everywhere();
  });
});
process.once('SIGHUP', () => {
  void Promise.reject(new RangeError(MESSAGE));
  // Not every library throws errors.
  void Promise.reject(MESSAGE);
  void Promise.reject({ message: MESSAGE, [inspect.custom]: () => MESSAGE });
  void Promise.reject(new AggregateError([everywhere()], MESSAGE));
});
