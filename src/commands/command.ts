import type { Readable } from 'node:stream';
import type { Engine } from '../build-stages.ts';
import type { Refine } from '../refine.ts';
import type { RepliesLeft } from '../state/forget.ts';
import type { State } from '../state/open-state.ts';

/** Deletes messages of the bot in Slack; resolves to how many still stand. */
export type Remover = (replies: readonly RepliesLeft[]) => Promise<number>;

/** What a command is given. Knowledge and state are opened only when asked for. */
export interface CommandContext {
  /** FILE, or standard input for `-` or nothing. */
  readonly input: () => Readable;
  readonly write: (line: string) => void;
  /** For people, beside the answers: standard error. */
  readonly complain: (line: string) => void;
  readonly flags: ReadonlyMap<string, string | true>;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly engine: () => Promise<Engine>;
  /** The language model the environment names, or null. */
  readonly model: (engine: Engine) => Promise<Refine | null>;
  /** State as the environment names it, without working on its queue; closed by the caller. */
  readonly state: () => Promise<State>;
  readonly retentionMs: () => number;
  /** Where the data file is; null when state is kept in Redis. */
  readonly dataFile: () => string | null;
  /**
   * Deletes messages of the bot in the Slack of an install and resolves to how many still stand; null
   * without a token.
   */
  readonly remover: (state: State, team: string) => Promise<Remover | null>;
  readonly now: () => Date;
}

/** A command. `run` returns the exit status. */
export interface Command {
  readonly name: string;
  readonly usage: string;
  /** Flags it knows: `true` ones take no value. */
  readonly flags: Readonly<Record<string, 'boolean' | 'string'>>;
  run(context: CommandContext): Promise<0 | 1>;
}

/** The command was called wrongly; its usage is shown. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
