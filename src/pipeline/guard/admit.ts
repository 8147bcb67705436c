import type { SafeText } from '../message.ts';

/** What a text written by a model is held against. */
export interface Gate {
  /** The guard for this kind of text: a phrase for a client, or a sentence for the therapist. */
  readonly passes: (text: string) => boolean;
  /** True when something that could identify a person stands in the text. */
  readonly leaks: (text: string) => boolean;
}

const LONGEST = 1_200;
/** Links, mentions, channel or markup codes and control characters have no place in a sentence. */
const FOREIGN = /https?:|www\.|<[@#!a-z/]|@(?:here|channel|everyone)\b|[`{}<>]|[^\P{Cc}\n]/iu;

/** Lets a text written by a model through as safe text, or returns null when any check objects. */
export function admit(text: string, { passes, leaks }: Gate): SafeText | null {
  const plain = text.trim();
  if (plain === '' || plain.length > LONGEST || FOREIGN.test(plain)) return null;
  return passes(plain) && !leaks(plain) ? (plain as SafeText) : null;
}
