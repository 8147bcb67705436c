import type { Background } from './background.ts';
import type { Asker } from './guards/access.ts';
import type { Identity } from './identity.ts';
import type { Poster } from './poster.ts';
import { rawText } from './raw-text.ts';
import type { Intake, RawMessage, Taken } from './take.ts';
import { editId, turnId } from './turn-id.ts';
import { section } from './views/blocks.ts';
import { privateNote } from './views/private-note.ts';
import { type Refusal, refusal } from './views/refusal.ts';
import { fixedSafety } from './views/safety-reply.ts';
import type { ViewParts } from './views/view-parts.ts';
import type { Whisper } from './whisper.ts';

/** A message of a person to us, as Slack sent it. */
export interface Arrived extends Asker {
  readonly ts: string;
  /** Thread it stands in, or null when it stands in the channel itself. */
  readonly thread: string | null;
  readonly text: string;
  readonly hasFiles: boolean;
  /** How often Slack has sent it before. */
  readonly again: number;
  /** `ts` of the edit when this is the new text of an earlier message, else null. */
  readonly edited: string | null;
}

/** What taking messages in needs. */
export interface IngressParts {
  readonly intake: Intake;
  readonly access: (asker: Asker) => Promise<Refusal | null>;
  /** Channels where cases may be brought, as configured. */
  readonly channels: readonly string[];
  readonly identity: () => Identity;
  readonly poster: Poster;
  readonly whisper: Whisper;
  readonly status: (channel: string, thread: string) => void;
  readonly background: Background;
  readonly view: ViewParts;
}

/** Takes a message of a person in; see `createIngress`. */
export type Ingress = (arrived: Arrived) => Promise<void>;

/** How long storing may take before open safety content is posted without waiting for it. */
const SAFETY_WAIT_MS = 1_500;
/** From which repetition on the poster is told that a message could not be taken in. */
const UNTAKEN_FROM = 2;

function rawOf(arrived: Arrived, { identity, intake }: IngressParts): RawMessage {
  const { install, botUser } = identity();
  const key = { team: install, channel: arrived.channel, thread: arrived.thread ?? arrived.ts };
  const text = rawText(arrived.text, botUser);
  const { ts, edited } = arrived;
  return {
    ...{ key, text, ts, author: arrived.user, edit: edited !== null },
    turn: edited === null ? turnId(key, ts) : editId(key, ts, edited),
    at: Math.round(Number(edited ?? ts) * 1000),
    safety: intake.screen(text),
  };
}

/** Takes a message over; with open safety, nothing that fails or hangs keeps the content back. */
async function takeSafely(raw: RawMessage, parts: IngressParts): Promise<Taken> {
  const open = raw.safety.status === 'open';
  const place = { key: raw.key, turn: raw.turn, after: raw.ts };
  const postSafety = () =>
    parts.background.run('slack.safety-post-failed', () =>
      parts.poster.putOnce(place, fixedSafety(raw.safety, parts.view)),
    );
  const late = open ? setTimeout(postSafety, SAFETY_WAIT_MS) : undefined;
  try {
    const taken = await parts.intake.take(raw);
    if (open && taken.kind === 'refused') postSafety();
    return taken;
  } catch (error) {
    if (open) postSafety();
    throw error;
  } finally {
    clearTimeout(late);
  }
}

/**
 * The way in for a message: guards, then the safety screen on the raw text, then taking it over.
 * Resolves only when the turn is safely queued, refused or known; rejects so that Slack sends it
 * again. Open safety content is posted whatever else fails, once for each message.
 */
export function createIngress(parts: IngressParts): Ingress {
  const { whisper, channels, view } = parts;

  function refuse(arrived: Arrived, raw: RawMessage, why: Refusal): void {
    whisper(arrived, `${raw.turn}:no`, refusal(why, channels, raw.safety, view));
  }

  function tell(arrived: Arrived, raw: RawMessage, taken: Taken): void {
    if (taken.kind === 'duplicate') return;
    if (taken.kind === 'refused') {
      whisper(arrived, `${raw.turn}:no`, refusal(taken.why, channels, null, view));
      return;
    }
    const { removed, doubts } = taken;
    const note = privateNote({ removed, doubts, hasFiles: arrived.hasFiles }, view);
    if (note) whisper(arrived, `${raw.turn}:removed`, note);
  }

  /** Slack tries three times, at once, after a minute and after five; the poster is told before the last. */
  function tellUntaken(arrived: Arrived, raw: RawMessage): void {
    if (arrived.again < UNTAKEN_FROM) return;
    const text = view.say('slack.not-taken');
    whisper(arrived, `${raw.turn}:untaken`, { text, blocks: [section('untaken', text)] });
  }

  return async (arrived) => {
    const why = await parts.access(arrived);
    const raw = rawOf(arrived, parts);
    if (why !== null) return refuse(arrived, raw, why);
    if (arrived.again === 0 && !raw.edit) parts.status(raw.key.channel, raw.key.thread);
    try {
      tell(arrived, raw, await takeSafely(raw, parts));
    } catch (error) {
      tellUntaken(arrived, raw);
      throw error;
    }
  };
}
