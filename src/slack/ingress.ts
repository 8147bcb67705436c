import type { SafetyScreen } from '../pipeline/outcome.ts';
import type { Door, DoorParts, Screened, Writer } from './door.ts';
import type { Greet } from './greet.ts';
import type { Asker } from './guards/access.ts';
import type { Identity } from './identity.ts';
import { rawText } from './raw-text.ts';
import type { RehearsalDoor } from './rehearsal-door.ts';
import type { Rehearsals } from './rehearsals.ts';
import { editId, turnId } from './turn-id.ts';
import { type Refusal, refusal } from './views/refusal.ts';

/** A message of a person to us, as Slack sent it. */
export interface Arrived extends Asker, Writer {
  readonly ts: string;
  readonly text: string;
  /** `ts` of the edit when this is the new text of an earlier message, else null. */
  readonly edited: string | null;
}

/** What taking messages in needs. */
export interface IngressParts extends DoorParts {
  readonly door: Door;
  readonly access: (asker: Asker) => Promise<Refusal | null>;
  /** Whether the owner has paused the bot, as of the last check of access. */
  readonly paused: () => boolean;
  readonly identity: () => Identity;
  readonly rehearsals: Rehearsals;
  readonly rehearse: RehearsalDoor;
  readonly status: (channel: string, thread: string) => void;
  /** Welcomes a person who has not been yet. */
  readonly greet: Greet;
}

/** Takes a message of a person in; see `createIngress`. */
export type Ingress = (arrived: Arrived) => Promise<void>;

async function screened(arrived: Arrived, { identity, intake }: IngressParts): Promise<Screened> {
  const { install, botUser } = identity();
  const key = { team: install, channel: arrived.channel, thread: arrived.thread ?? arrived.ts };
  const text = rawText(arrived.text, botUser);
  const { ts, edited } = arrived;
  return {
    ...{ key, text, ts, author: arrived.user, edit: edited !== null },
    turn: edited === null ? turnId(key, ts) : editId(key, ts, edited),
    at: Math.round(Number(edited ?? ts) * 1000),
    safety: await intake.screenSoon(text),
  };
}

/** While the bot is paused, everything but safety is refused. */
export const pausedRefusal = (
  { status }: SafetyScreen,
  { paused }: Pick<IngressParts, 'paused'>,
): Refusal | null => (paused() && status === 'clear' ? 'paused' : null);

/** True for a message in a thread of rehearsal; a store that does not answer leaves it to the other door. */
async function isPractice({ direct, edited }: Arrived, raw: Screened, parts: IngressParts) {
  if (!direct || edited !== null || raw.key.thread === raw.ts) return false;
  return parts.rehearsals.at(raw.key).catch(() => false);
}

/** Open safety is taken in however much somebody sends. */
const heldBack = (no: Refusal | null, { status }: SafetyScreen): Refusal | null =>
  no === 'too-many' && status === 'open' ? null : no;

/**
 * The way in for a message: guards, then the safety screen on the raw text, then the door. Resolves
 * only when the turn is safely queued, held, refused or known; rejects so that Slack sends it again.
 */
export function createIngress(parts: IngressParts): Ingress {
  const { whisper, channels, view } = parts;
  return async (arrived) => {
    const no = await parts.access(arrived);
    const raw = await screened(arrived, parts);
    const why = heldBack(no, raw.safety) ?? pausedRefusal(raw.safety, parts);
    if (why !== null) {
      return whisper(arrived, `${raw.turn}:no`, refusal(why, channels, raw.safety, view));
    }
    if (await isPractice(arrived, raw, parts)) return parts.rehearse(arrived, raw);
    if (arrived.again === 0 && !raw.edit) parts.status(raw.key.channel, raw.key.thread);
    await parts.door(arrived, raw);
    if (raw.safety.status !== 'open') parts.greet(arrived.user);
  };
}
