import type { Engine } from './build-stages.ts';
import type { HomeParts } from './home/create-home.ts';
import type { Telemetry } from './operate/telemetry.ts';
import type { Refine } from './refine.ts';
import type { PlayClient } from './rehearsal/play-client.ts';
import type { SlackOptions } from './slack/slack-options.ts';
import type { Transport } from './slack/transport.ts';

/** What a test replaces; everything else is the real thing. */
export interface AppOverrides {
  readonly transport?: Transport;
  readonly fetch?: SlackOptions['fetch'];
  /** Time limit of one call of Slack's in ms. */
  readonly callMs?: number;
  readonly now?: () => number;
  readonly engine?: Engine;
  /** The second half of a turn; left out, readings stand on rules alone. */
  readonly refine?: Refine | null;
  /** A model that plays the client in rehearsals; left out, the curated lines are played. */
  readonly play?: PlayClient | null;
  /** Name of the language model, for `/impasse status`. */
  readonly model?: string | null;
  /** The language model's data boundary, and whether it answers. */
  readonly modelFacts?: HomeParts['model'];
  /** Attempts on a turn before it is given up. */
  readonly attempts?: number;
  /** Where work is told to; left out, nobody reads it. */
  readonly telemetry?: Telemetry;
}
