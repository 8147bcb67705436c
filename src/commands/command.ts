import type { Readable } from 'node:stream';
import type { Engine } from '../build-stages.ts';

/** What a command is given: one opened input, a line writer, and the flags it declared. */
export interface CommandContext {
  readonly input: Readable;
  readonly write: (line: string) => void;
  readonly flags: ReadonlySet<string>;
}

/** A command that reads text and writes lines. `run` returns the exit status. */
export interface Command {
  readonly name: string;
  readonly usage: string;
  readonly flags: readonly string[];
  run(context: CommandContext, engine: Engine): Promise<0 | 1>;
}
