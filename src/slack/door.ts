import type { Background } from './background.ts';
import type { PagingDesk } from './paging-desk.ts';
import type { Poster } from './poster.ts';
import type { Surroundings } from './surroundings.ts';
import type { Intake, RawMessage, Taken } from './take.ts';
import { section } from './views/blocks.ts';
import { previewNote } from './views/preview-note.ts';
import { privateNote } from './views/private-note.ts';
import { refusal } from './views/refusal.ts';
import { fixedSafety } from './views/safety-reply.ts';
import type { ViewParts } from './views/view-parts.ts';
import type { Tell, ToldPerson, Whisper } from './whisper.ts';

/** What the door for messages needs. */
export interface DoorParts {
  readonly intake: Intake;
  /** Channels where cases may be brought, as configured. */
  readonly channels: readonly string[];
  readonly poster: Poster;
  readonly whisper: Whisper;
  readonly tell: Tell;
  readonly background: Background;
  readonly surroundings: Surroundings;
  readonly view: ViewParts;
  readonly paging: PagingDesk;
}

/** Who wrote a message, and how it came. */
export interface Writer extends ToldPerson {
  readonly hasFiles: boolean;
  /** How often Slack has sent it before. */
  readonly again: number;
  /** False when no message of theirs stands in Slack, so that there is nothing to change in it. */
  readonly stands?: boolean;
}

/** A screened message on its way in. */
export type Screened = Omit<RawMessage, 'context'>;

/** Takes a screened message over and tells its author; rejects when it is not safe. */
export type Door = (writer: Writer, raw: Screened) => Promise<void>;

/** How long storing may take before open safety content is posted without waiting for it. */
const SAFETY_WAIT_MS = 1_500;
/** From which repetition on the poster is told that a message could not be taken in. */
const UNTAKEN_FROM = 2;

/** Has people on call told of what is open; nothing waits for it. */
function page({ key, turn, author, at, safety }: Screened, parts: DoorParts): void {
  const open = safety.labels.filter(({ status }) => status === 'open');
  const labels = open.map(({ id }) => id);
  parts.background.run('paging.failed', () =>
    parts.paging.raise({ key, episode: turn, author, since: at, labels }),
  );
}

/** Takes a message over; with open safety, nothing that fails, hangs or waits keeps the content back. */
async function takeSafely(raw: Screened, parts: DoorParts): Promise<Taken> {
  const open = raw.safety.status === 'open';
  const place = { key: raw.key, turn: raw.turn, after: raw.ts };
  const postSafety = () =>
    parts.background.run('slack.safety-post-failed', () =>
      parts.poster.putOnce(place, fixedSafety(raw.safety, parts.view)),
    );
  if (open) page(raw, parts);
  const late = open ? setTimeout(postSafety, SAFETY_WAIT_MS) : undefined;
  try {
    const context = await parts.surroundings(raw);
    const taken = await parts.intake.take({ ...raw, context });
    if (open && (taken.kind === 'refused' || taken.kind === 'held')) postSafety();
    return taken;
  } catch (error) {
    if (open) postSafety();
    throw error;
  } finally {
    clearTimeout(late);
  }
}

/**
 * The door behind the guards: open safety content goes out whatever else fails, the message is taken
 * over, and its author alone is told what became of it. A preview is told before Slack is
 * acknowledged, because a text that nobody can send would be lost.
 */
export function createDoor(parts: DoorParts): Door {
  const { whisper, tell, channels, view } = parts;

  async function say(writer: Writer, raw: Screened, taken: Taken): Promise<void> {
    if (taken.kind === 'duplicate') return;
    const { hasFiles } = writer;
    const place = raw.key;
    if (taken.kind === 'held') {
      const note = previewNote({ ...taken, hasFiles }, place, view);
      return tell(writer, `${taken.turn}:preview`, note);
    }
    if (taken.kind === 'refused') {
      return whisper(writer, `${raw.turn}:no`, refusal(taken.why, channels, null, view));
    }
    if (writer.stands === false) return;
    const { removed, doubts } = taken;
    const note = privateNote({ removed, doubts, hasFiles, place }, view);
    if (note) whisper(writer, `${raw.turn}:removed`, note);
  }

  /** Slack tries three times, at once, after a minute and after five; the poster is told before the last. */
  function sayUntaken(writer: Writer, { turn }: Screened): void {
    if (writer.again < UNTAKEN_FROM) return;
    const text = view.say('slack.not-taken');
    whisper(writer, `${turn}:untaken`, { text, blocks: [section('untaken', text)] });
  }

  return async (writer, raw) => {
    try {
      await say(writer, raw, await takeSafely(raw, parts));
    } catch (error) {
      sayUntaken(writer, raw);
      throw error;
    }
  };
}
