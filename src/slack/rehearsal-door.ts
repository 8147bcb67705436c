import { createPracticeScreen } from '../pipeline/rehearsal/screen-practice.ts';
import type { DoorParts, Screened, Writer } from './door.ts';
import type { Heeded, Rehearsals } from './rehearsals.ts';
import { context, section } from './views/blocks.ts';
import { doubtWords } from './views/private-note.ts';
import { refusal } from './views/refusal.ts';
import { practiceReply } from './views/rehearsal/practice-reply.ts';
import { removedWords } from './views/removed-words.ts';

/** What the door of rehearsals needs. */
export interface RehearsalDoorParts
  extends Pick<
    DoorParts,
    'intake' | 'poster' | 'whisper' | 'background' | 'surroundings' | 'view' | 'channels'
  > {
  readonly rehearsals: Rehearsals;
}

/** Takes a screened message of a rehearsal over; rejects when it is not safe. */
export type RehearsalDoor = (writer: Writer, raw: Screened) => Promise<void>;

/** How long keeping may take before open safety content is posted without waiting for it. */
const SAFETY_WAIT_MS = 1_500;

/**
 * The door of a rehearsal, behind the same guards and the same screen as a case. Safety content goes
 * out whatever else fails; the answer is made in the background once the message is kept.
 */
export function createRehearsalDoor(parts: RehearsalDoorParts): RehearsalDoor {
  const { rehearsals, poster, whisper, background, view, channels, intake } = parts;
  const screen = createPracticeScreen((text) => intake.screen(text));

  function postSafety({ key, turn, ts, safety }: Screened): void {
    const ends = safety.status === 'open';
    background.run('slack.safety-post-failed', () =>
      poster.putOnce(
        { key, turn, after: ts },
        practiceReply({ kind: 'safety', safety, ends }, view),
      ),
    );
  }

  /** Tells the writer alone what was taken out of their words, or why nothing was taken in. */
  function say(writer: Writer, { turn }: Screened, heeded: Heeded): void {
    if (heeded.kind === 'settled') return;
    if (heeded.kind === 'refused') {
      whisper(writer, `${turn}:no`, refusal(heeded.why, channels, null, view));
      return;
    }
    const removed = removedWords(heeded.removed, view.say);
    if (removed === '') return;
    const doubts = doubtWords(heeded.doubts, view.say);
    whisper(writer, `${turn}:removed`, {
      text: view.say('slack.notify.private'),
      blocks: [
        section('note', view.say('rehearsal.removed', { removed })),
        ...(doubts.length > 0 ? [context('doubts', doubts)] : []),
      ],
    });
  }

  return async (writer, given) => {
    const raw = { ...given, safety: screen(given.text) };
    const open = raw.safety.status !== 'clear';
    const late = open ? setTimeout(() => postSafety(raw), SAFETY_WAIT_MS) : undefined;
    try {
      const heeded = await rehearsals.take({ ...raw, context: await parts.surroundings(raw) });
      say(writer, raw, heeded);
      if (heeded.kind !== 'taken') return;
      background.run('slack.rehearsal-unanswered', () => rehearsals.answer(raw.key));
    } catch (error) {
      if (open) postSafety(raw);
      throw error;
    } finally {
      clearTimeout(late);
    }
  };
}
