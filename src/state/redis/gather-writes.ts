import type { Writable } from 'node:stream';

/**
 * Has everything written to a stream within one turn of the event loop leave in one piece. Where many
 * commands are sent at once, waking the other side for each of them costs both more than the commands.
 */
export function gatherWrites(stream: Writable): void {
  const write = stream.write.bind(stream) as (...given: unknown[]) => boolean;
  let gathers = false;
  const leave = () => {
    gathers = false;
    stream.uncork();
  };
  stream.write = (...given: unknown[]) => {
    if (!gathers) {
      gathers = true;
      stream.cork();
      setImmediate(leave);
    }
    return write(...given);
  };
}
