import type { SafeText, Unreadable } from './message.ts';
import type { Review } from './review/review.ts';
import type { Lens } from './settings/person-settings.ts';

/** Who found a claim. `rules` means the deterministic reading as a whole, its local classifier included. */
type Source = 'rules' | 'model' | 'both' | 'clinician';
export type Direction = 'withdrawal' | 'confrontation' | 'mixed' | 'none';
export type Whose = 'patient' | 'therapist' | 'both' | 'frame';

/** Closed list of grounds on which a model may contest a claim, so that none of its words are shown. */
export type ContestReason =
  | 'not-told'
  | 'someone-else'
  | 'denied'
  | 'past'
  | 'ordinary-work'
  | 'other-marker';

/** A reported marker that the reader asserts, with the clinician's own words (verbatim substrings). */
export interface Marker {
  readonly id: string;
  /** 0 to 1, calibrated. */
  readonly confidence: number;
  readonly whose: Whose;
  readonly evidence: readonly SafeText[];
  readonly source: Source;
  readonly contested: boolean;
  /** Why the model contests it (words `contest.<reason>`); only on contested markers. */
  readonly contestReason?: ContestReason;
}

/** A label the reader is unsure of and offers for one tap. */
export interface Candidate {
  readonly id: string;
  readonly confidence: number;
  readonly evidence: readonly SafeText[];
  /** The rules asserted it without being certain, and the model contests it: the clinician knows. */
  readonly contestReason?: ContestReason;
}

/** What the text seems to say about the rupture or impasse. */
export interface Reading {
  readonly direction: Direction;
  /** False when too little is told to read the case (ask first). */
  readonly enoughInfo: boolean;
  readonly labels: readonly Marker[];
  /** At most eight, best first. */
  readonly candidates: readonly Candidate[];
}

/** The tentative two-person formulation; every field is one or two hedged sentences. */
export interface Formulation {
  readonly moment: string;
  readonly sides: string;
  readonly frame: string;
  readonly workingGuess: string;
  readonly wouldChangeOurMind: string;
}

export type LabelStatus =
  | 'open'
  | 'ask'
  | 'history'
  | 'negated'
  | 'hypothetical'
  | 'other'
  | 'figurative'
  | 'in-hand';

/** One safety label found in a text, with the words (verbatim substrings) that raised it. */
export interface SafetyLabel {
  readonly id: string;
  readonly status: LabelStatus;
  readonly evidence: readonly string[];
  readonly source: Source;
  /** What it was before its author had it in hand; only on labels in hand. */
  readonly raised?: 'open' | 'ask';
}

/** Status `clear` means nothing was seen in this text; it never means safe. */
export interface SafetyScreen {
  readonly status: 'open' | 'ask' | 'clear';
  readonly labels: readonly SafetyLabel[];
  /** Ids of the standard responses that apply (R-SUI …), in order of urgency. */
  readonly responses: readonly string[];
}

/** A phrasing the clinician could really say. */
export interface Phrase {
  readonly id: string;
  readonly text: string;
  readonly intervention: string;
  readonly principles: readonly string[];
  readonly timing: 'now' | 'later';
  /** One plain sentence: why this one, in this case; empty when it simply fits. */
  readonly why: string;
  /** One plain sentence: when this fits. */
  readonly fits: string;
  /** One plain sentence: when to be careful with it. */
  readonly care: string;
  readonly watchFor: readonly string[];
  readonly ifItFallsFlat: string;
  readonly source: 'library' | 'model';
  /** True while the therapist's feeling or part is not yet told. */
  readonly provisional: boolean;
}

/** One rung of the consultation ladder with the reason it is offered. */
export interface ConsultationOption {
  readonly id: string;
  readonly why: string;
}

export interface Suggestions {
  /** At most three. */
  readonly phrases: readonly Phrase[];
  /** One thing for the therapist to notice in themselves before speaking. */
  readonly innerCheck: string | null;
  /** One to three, best first. */
  readonly consultation: readonly ConsultationOption[];
  /** Why no phrases are shown, or null. */
  readonly withheld: string | null;
  /** Id of the way of answering that is taken first, or null while no words are offered. */
  readonly strategy: string | null;
  /** One plain sentence: why this way of answering comes first; null while no words are offered. */
  readonly why: string | null;
  /** What is held back or softened in this case, one plain sentence each. */
  readonly cautions: readonly string[];
  /** For the clinician themselves: a question about boundaries, a word after a loss; often empty. */
  readonly forYou: readonly string[];
}

/** A question for the clinician; never asks for identifiers. */
export interface Question {
  readonly id: string;
  readonly ask: string;
}

/** Which data made a reading. */
export interface Versions {
  readonly taxonomy: string;
  readonly library: string;
  readonly rules: string;
  readonly weights: string;
  readonly prompts: string;
  readonly model: string | null;
}

/** Everything one turn yields: the JSON contract of `assess`, without the removed spans and times. */
export interface Assessment {
  readonly text: SafeText;
  readonly safety: SafetyScreen;
  readonly reading: Reading;
  readonly formulation: Formulation | null;
  readonly suggestions: Suggestions;
  /** At most three. */
  readonly questions: readonly Question[];
  readonly versions: Versions;
  /** The school in whose words it is told as well, or null; it changes no label. */
  readonly lens: Lens | null;
}

/** What to show in the thread. A new kind does not compile until every view handles it. */
export type Outcome =
  | { readonly kind: 'safety'; readonly assessment: Assessment }
  | {
      readonly kind: 'reading';
      readonly assessment: Assessment;
      /** Plain sentences on what moved since the last reading; empty on the first. */
      readonly changed: readonly string[];
      /** Those of `changed` that answer what was told or asked for; they stay when a model refines it. */
      readonly told?: readonly string[];
      /** One quiet line under the reading, such as that no model could be asked. */
      readonly note?: string;
      /** Where a supervisor's look at it stands, when there is one. */
      readonly review?: Review;
    }
  /** The reading as it stands: a message has changed since, or a supervisor has looked at it. */
  | { readonly kind: 'outdated'; readonly assessment: Assessment; readonly review?: Review }
  /** The clinician's own guess is asked for before the reading is shown. */
  | { readonly kind: 'hypothesis'; readonly assessment: Assessment }
  /** It is time to ask how it went; `id` is the opaque id of the question. */
  | { readonly kind: 'follow-up'; readonly id: string }
  | { readonly kind: 'unreadable'; readonly why: Unreadable; readonly safety: SafetyScreen }
  | { readonly kind: 'nothing-new' };
