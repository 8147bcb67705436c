import { joinSafe } from './deidentify/join-safe.ts';
import type { ThreadEvent } from './message.ts';
import { isLens, type Lens, type PersonSettings } from './settings/person-settings.ts';
import type { SuggestInput } from './suggest/suggest.ts';
import { caseTurns } from './thread/case-text.ts';
import type { CaseThread } from './thread/case-thread.ts';
import type { Requests } from './thread/requests.ts';
import { courseSignals } from './thread/stages/course-signals.ts';
import { wishOf } from './thread/wish-of.ts';

/** What the course of a thread brings to the choice of words, beside the reading. */
type Asked = Pick<
  SuggestInput,
  'wish' | 'said' | 'voices' | 'signals' | 'stage' | 'tries' | 'standing'
>;

/** A turn of a thread: the case before these events, and with them. */
interface Turned {
  readonly before: CaseThread;
  readonly kase: CaseThread;
  readonly events: readonly ThreadEvent[];
}

const own = ({ turns, author }: CaseThread) =>
  turns.filter((turn) => turn.author === author && turn.about === undefined);

/** What was asked for so far, pressed or said, and where the thread stands. */
export function askedOf({ before, kase, events }: Turned, requests: Requests): Asked {
  const { voices, signals } = requests.standing(own(kase));
  const pressed = events.at(-1)?.kind === 'act';
  return {
    ...{ voices, stage: kase.stage, tries: kase.tries },
    signals: [...signals, ...courseSignals(kase.tries, own(kase), kase.stage)],
    wish: wishOf(events, requests),
    said: joinSafe(caseTurns(kase)),
    standing: (pressed && before.assessment?.suggestions.phrases) || [],
  };
}

/** The school in whose words to tell the reading: what was asked for in the thread, else the person's choice. */
export function lensOf(
  kase: CaseThread,
  { lens }: Pick<PersonSettings, 'lens'>,
  requests: Requests,
): Lens | null {
  const asked = requests.standing(own(kase)).lens;
  if (asked === undefined) return lens;
  return asked !== null && isLens(asked) ? asked : null;
}

/** What was understood of the requests in these events, one sentence each. */
export function understood(
  { before, events }: Omit<Turned, 'kase'>,
  requests: Requests,
): readonly string[] {
  if (before.assessment === null) return [];
  const texts = events.flatMap((event) =>
    event.kind === 'turn' && event.author === before.author ? [event.text] : [],
  );
  return [...new Set(texts.flatMap((text) => requests.heard(text).map(({ rule }) => rule.shown)))];
}
