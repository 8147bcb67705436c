import type { Landing } from '../knowledge/rehearsal-knowledge.ts';
import type { SafeText } from './message.ts';
import type { ContestReason, Direction, Whose } from './outcome.ts';

/** A claim of the deterministic reading, or of an earlier refined one, put to the model to judge. */
export interface Claim {
  readonly id: string;
  readonly evidence: readonly SafeText[];
}

/** What the classifying prompt is given; nothing but de-identified text and ids. */
export interface ClassifyInput {
  /** What the clinician has told, abridged to a fixed size. */
  readonly account: SafeText;
  readonly claims: readonly Claim[];
  /** Safety ids already raised. */
  readonly raised: readonly string[];
}

/** How plainly the account tells a marker. `thin` is offered for a tap, never asserted. */
export type Sureness = 'clear' | 'likely' | 'thin';

/** A marker as a model names it; nothing of it is believed before its quotes are found. */
export interface NamedMarker {
  readonly id: string;
  readonly sure: Sureness;
  readonly whose: Whose | 'someone-else';
  readonly quotes: readonly string[];
}

/** A model's answer to one claim. */
export interface Verdict {
  readonly id: string;
  readonly verdict: 'confirm' | 'contest';
  readonly reason: ContestReason | 'none';
}

/** A safety label as a model names it. */
export interface NamedRisk {
  readonly id: string;
  readonly status: 'open' | 'ask';
  readonly quotes: readonly string[];
}

/** A model's reading of an account, in the right shape and still unchecked. */
export interface ClassifyAnswer {
  readonly labels: readonly NamedMarker[];
  readonly verdicts: readonly Verdict[];
  readonly direction: Direction;
  readonly directionQuotes: readonly string[];
  readonly enoughInfo: boolean;
  readonly safety: readonly NamedRisk[];
  /** Passages of the account that try to instruct the reader. */
  readonly instructions: readonly string[];
}

/** An intervention that selection has chosen, with the curated words to be fitted to the case. */
export interface Offer {
  readonly intervention: string;
  readonly name: string;
  readonly fits: string;
  readonly example: string;
}

/** What the suggesting prompt is given; the markers are those that reconciliation let stand. */
export interface SuggestInput {
  readonly account: SafeText;
  readonly direction: Direction;
  readonly markers: readonly (Claim & { readonly whose: Whose })[];
  readonly offers: readonly Offer[];
  readonly wish: 'first' | 'another' | 'shorter' | 'softer';
  /** What was wrong with the last answer, by offer or part, in words; empty at first. */
  readonly faults: readonly { readonly of: string; readonly said: readonly string[] }[];
}

/** The parts of a formulation a model writes. */
export interface WrittenFormulation {
  readonly moment: string;
  readonly sides: string;
  readonly frame: string;
  readonly workingGuess: string;
  readonly wouldChangeOurMind: string;
}

/** A model's wording, in the right shape and not yet past the guard. */
export interface SuggestAnswer {
  readonly phrases: readonly { readonly intervention: string; readonly text: string }[];
  readonly formulation: WrittenFormulation;
}

/** What the rehearsing prompt is given: the case, what was said so far, and where the client stands now. */
export interface PlayInput {
  readonly account: SafeText;
  readonly direction: Direction;
  /** What was said before, in order; the client's lines are the library's or admitted ones. */
  readonly talk: readonly { readonly client: string; readonly said: SafeText | null }[];
  readonly said: SafeText;
  readonly landing: Landing;
  /** What is seen at the client's step, and a line of the library for it. */
  readonly stands: string;
  readonly example: string;
  /** What the other wording should show. */
  readonly aim: string;
  /** What was wrong with the last answer, by part, in words; empty at first. */
  readonly faults: readonly { readonly of: string; readonly said: readonly string[] }[];
}

/** A model's words for the client and for the therapist, in the right shape and not yet past the guard. */
export interface PlayAnswer {
  readonly line: string;
  readonly wording: string;
}

/** What goes into each prompt and what comes out of it. */
export interface Dialogues {
  readonly classify: { readonly input: ClassifyInput; readonly answer: ClassifyAnswer };
  readonly suggest: { readonly input: SuggestInput; readonly answer: SuggestAnswer };
  readonly rehearse: { readonly input: PlayInput; readonly answer: PlayAnswer };
}

export type PromptId = keyof Dialogues;

/** Why a model gave no usable answer; each has a plain sentence in words, `model.<code>`. */
export type ModelFaultCode =
  | 'boundary'
  | 'resting'
  | 'refused'
  | 'filtered'
  | 'truncated'
  | 'invalid-json'
  | 'invalid-shape'
  | 'too-large'
  | 'rate-limited'
  | 'quota'
  | 'overloaded'
  | 'timeout'
  | 'network'
  | 'cancelled'
  | 'bad-request'
  | 'auth';

/** A failed call. */
export interface ModelFault {
  readonly code: ModelFaultCode;
  /** Milliseconds since the epoch from which asking again makes sense, if known. */
  readonly retryAt: number | null;
}

/** Tokens of all attempts of one call, as the server counted them, and the price if one is set. */
export interface ModelUsage {
  readonly prompt: number;
  readonly cached: number;
  readonly completion: number;
  readonly cost: number | null;
}

export type ModelReply<T> =
  | { readonly ok: true; readonly value: T; readonly usage: ModelUsage }
  | { readonly ok: false; readonly fault: ModelFault };

/** A language model behind its prompts. Takes de-identified text only; never throws. */
export interface LanguageModel {
  /** The model as configured, for `versions.model`. */
  readonly name: string;
  /** Versions of all prompts, for `versions.prompts`. */
  readonly prompts: string;
  /** The unchanging part of a prompt, against which a quote is held that is not in the account. */
  readonly prefix: (prompt: PromptId) => string;
  /** Never later than the total deadline of the client, or when `signal` fires. */
  ask<P extends PromptId>(
    prompt: P,
    input: Dialogues[P]['input'],
    signal: AbortSignal,
  ): Promise<ModelReply<Dialogues[P]['answer']>>;
}

/** Holds a model's words against the guard; only what passes becomes text that may be shown and kept. */
export type Admit = (
  text: string,
  context: readonly string[],
) =>
  | { readonly ok: true; readonly text: SafeText }
  | { readonly ok: false; readonly faults: readonly string[] };
