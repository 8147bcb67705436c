import type { RequestedWish } from '../../knowledge/choice-knowledge.ts';
import type { Act, ThreadEvent } from '../message.ts';
import type { Requests } from './requests.ts';

/** How the next suggestion should differ from the last one. */
export type Wish = 'first' | RequestedWish;

const PRESSED: readonly string[] = ['another', 'shorter', 'softer', 'rung'] satisfies Wish[];
const isPressed = (does: string): does is Wish & string => PRESSED.includes(does);

/** Words that changed nothing or made it worse are not offered again, so others come first. */
const UNHELPFUL: readonly string[] = ['no-change', 'worse'];

function pressedWish({ does, value }: Act): Wish | null {
  if (does === 'went') return UNHELPFUL.includes(value) ? 'another' : null;
  return isPressed(does) ? does : null;
}

/** What one event asks for; of several things in one message, the first in the knowledge file. */
function wished(event: ThreadEvent, { heard }: Pick<Requests, 'heard'>): Wish | null {
  if (event.kind === 'act') return pressedWish(event);
  if (event.kind !== 'turn') return null;
  return heard(event.text).find(({ rule }) => rule.wish !== null)?.rule.wish ?? null;
}

/** The newest wish among these events, pressed or said in a few words ('shorter', 'that fell flat'). */
export function wishOf(events: readonly ThreadEvent[], requests: Pick<Requests, 'heard'>): Wish {
  return (
    events.map((event) => wished(event, requests)).findLast((wish) => wish !== null) ?? 'first'
  );
}
