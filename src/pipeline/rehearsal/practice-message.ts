import type { Unreadable } from '../message.ts';
import type { SafetyScreen } from '../outcome.ts';
import type { Feedback } from './feedback.ts';
import type { Ended } from './rehearsal.ts';
import type { Summary } from './summary.ts';

/** Other words for the same moment, and why they may help. */
export interface Wording {
  readonly text: string;
  readonly why: string;
  readonly source: 'library' | 'model';
}

/** What is shown in a rehearsal. A new kind does not compile until the view handles it. */
export type PracticeMessage =
  | { readonly kind: 'opening'; readonly client: string }
  | {
      readonly kind: 'reply';
      readonly feedback: Feedback;
      readonly wording: Wording | null;
      readonly client: string;
      /** What it came to, when this was the last turn. */
      readonly summary: Summary | null;
    }
  | {
      readonly kind: 'again' | 'hint';
      readonly wording: Wording | null;
      readonly client: string;
    }
  | {
      readonly kind: 'ended';
      readonly why: Ended | 'over';
      readonly summary: Summary | null;
    }
  | { readonly kind: 'unreadable'; readonly why: Unreadable }
  /** A safety matter is in front, in what was just said or in the case: it is not played. */
  | {
      readonly kind: 'safety';
      readonly safety: SafetyScreen;
      /** False when it is a question only, and the rehearsal may go on another way. */
      readonly ends: boolean;
    };
