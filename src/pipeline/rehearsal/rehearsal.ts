import type { Landing, RehearsalRequest } from '../../knowledge/rehearsal-knowledge.ts';
import type { SafeText, ThreadKey } from '../message.ts';

/** What the client says and where they stand. */
export interface ClientStands {
  readonly scene: string;
  /** Id of the curated line, also where a model wrote the words. */
  readonly line: string;
  /** The words of a model, past the guard; null for the curated line. */
  readonly words: SafeText | null;
}

/** What became of one thing the clinician said. */
export interface PracticeAnswer extends ClientStands {
  readonly landing: Landing | null;
  /** Id of the library phrase that was offered as another wording. */
  readonly phrase: string | null;
}

/** One message of the clinician in a rehearsal, de-identified. */
export interface PracticeTurn {
  /** Opaque id of the message. */
  readonly id: string;
  readonly ts: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly text: SafeText;
  /** What it asks for instead of answering the client, or null. */
  readonly wish: RehearsalRequest['wish'] | null;
  /** True when its author might have wanted to look at it first: then no model is shown it. */
  readonly rulesOnly: boolean;
  /** Null until it is answered. */
  readonly answer: PracticeAnswer | null;
}

/** Why a rehearsal is over. */
export type Ended = 'stopped' | 'finished' | 'safety' | 'case-gone';

/** A rehearsal in the direct messages of one clinician; kept for hours. */
export interface Rehearsal {
  /** Slack user id. */
  readonly person: string;
  /** The case it is played from. */
  readonly about: ThreadKey;
  readonly caseId: string;
  readonly branch: string;
  readonly voice: 'plain' | 'teen';
  /** Taxonomy ids of the case, which decide among lines. */
  readonly labels: readonly string[];
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  /** What the client says first. */
  readonly opening: ClientStands;
  readonly turns: readonly PracticeTurn[];
  readonly ended: Ended | null;
}

/** The thread of a rehearsal, remembered longer than what was said in it. */
export interface RehearsalPlace {
  /** Slack user id. */
  readonly person: string;
  /** The case it was played from. */
  readonly about: ThreadKey;
}

/** The id of a rehearsal: where it stands. */
export const rehearsalId = ({ channel, thread }: Pick<ThreadKey, 'channel' | 'thread'>) =>
  `${channel}:${thread}`;

/** The place out of the id of a rehearsal. */
export function rehearsalKey(team: string, id: string): ThreadKey {
  const [channel = '', thread = ''] = id.split(':');
  return { team, channel, thread };
}

/** Where the client stands now. */
export function clientNow({ opening, turns }: Pick<Rehearsal, 'opening' | 'turns'>): ClientStands {
  return turns.findLast(({ answer }) => answer !== null)?.answer ?? opening;
}

/** What the clinician has said to the client so far: answered, and no request. */
export const saidTurns = ({ turns }: Pick<Rehearsal, 'turns'>) =>
  turns.filter(({ answer, wish }) => answer !== null && wish === null);
