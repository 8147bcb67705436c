import type { ThreadKey } from '../../pipeline/message.ts';

/** Where something of a person stands: the thread, and the turn when it is about one. */
export interface PlaceValue extends Pick<ThreadKey, 'channel' | 'thread'> {
  readonly turn: string | null;
}

const VALUE = /^([A-Z0-9]{2,30}) (\d{1,20}\.\d{1,10})(?: ([\w-]{8,60}))?$/;

/** A place as buttons and modals carry it, since private notes do not say which thread they are in. */
export function placeValue({ channel, thread }: Omit<PlaceValue, 'turn'>, turn?: string): string {
  return turn === undefined ? `${channel} ${thread}` : `${channel} ${thread} ${turn}`;
}

/** The place out of what a button or modal carries, or null when there is none. */
export function readPlaceValue(value: string): PlaceValue | null {
  const match = VALUE.exec(value);
  if (!match?.[1] || !match[2]) return null;
  return { channel: match[1], thread: match[2], turn: match[3] ?? null };
}
