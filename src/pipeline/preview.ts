import type { SafeText } from './message.ts';

/** When an author sees their text before it is read: the policy of a workspace. */
export type PreviewPolicy = 'always' | 'doubt' | 'never';

/** What the door made of a message, as far as the policy looks at it. */
interface Seen {
  readonly text: SafeText;
  readonly doubts: readonly string[];
}

/** Without capitals nobody's name shows; in a few words there is hardly room for one. */
const SHORT = 60;
/** A text of this length in one sentence is no ordinary one. */
const LONG = 300;
const SMALL_START = /(?:^|[.!?]["'”’)]{0,2}\s{1,5})["'“‘(]{0,2}\p{Ll}/u;

/** True when the text really goes without capitals, not just through one long sentence. */
const isSmall = (text: string) =>
  text.length >= SHORT && (text.length >= LONG || SMALL_START.test(text));

/** Whether a message is to wait until its author has looked at what would be read. */
export function needsPreview(policy: PreviewPolicy, { text, doubts }: Seen): boolean {
  if (policy === 'never' || text === '') return false;
  if (policy === 'always') return true;
  return doubts.some((doubt) => doubt !== 'all-lower-case' || isSmall(text));
}
