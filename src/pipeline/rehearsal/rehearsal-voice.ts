import type { ThreadKey } from '../message.ts';
import type { PracticeMessage } from './practice-message.ts';

/** Which message of ours is meant: the one that answers this turn. */
interface PracticePlace {
  /** Opaque id of the turn; stands in the first block of our message. */
  readonly turn: string;
  /** `ts` of the message it answers. */
  readonly after: string;
}

/** How a rehearsal speaks: in a thread of the direct messages with one person. */
export interface RehearsalVoice {
  /**
   * Opens the thread with its first message.
   * @throws what Slack answers when it does not take it
   */
  open(team: string, person: string, id: string, message: PracticeMessage): Promise<ThreadKey>;
  /** Posts once for each turn, or updates what stands. @throws DeliveryError */
  show(key: ThreadKey, place: PracticePlace, message: PracticeMessage): Promise<void>;
  /** Deletes our message for a turn that was taken back. @throws DeliveryError */
  withdraw(key: ThreadKey, place: PracticePlace): Promise<void>;
  /** Deletes every message of ours in the thread, as far as Slack still lets us; never throws. */
  remove(key: ThreadKey): Promise<void>;
}
