/** Loaded into the bot by `--import`: breaks it, on a signal, with a message that holds a name. */
const MESSAGE = 'Danielle Foster said she would rather be dead';

process.once('SIGUSR2', () => {
  setImmediate(() => {
    throw Object.assign(new Error(MESSAGE), { detail: MESSAGE });
  });
});
process.once('SIGHUP', () => {
  void Promise.reject(new RangeError(MESSAGE));
});
