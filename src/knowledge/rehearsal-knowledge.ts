import type { EvidenceFlag } from './knowledge.ts';

interface Sourced {
  readonly id: string;
  readonly src: readonly string[];
  readonly flag: EvidenceFlag;
}

/** How the therapist's words landed, from the most helpful to the least. */
export type Landing = 'opens' | 'partly' | 'stays' | 'presses' | 'hurts';

/** One thing a client might say; invented, never about danger, without names. */
export interface ClientLine {
  readonly id: string;
  readonly voice: 'plain' | 'teen';
  /** Taxonomy ids it shows; empty when it fits whatever the branch is for. */
  readonly only: readonly string[];
  readonly text: string;
}

/** Where a client stands in a rehearsal, and what they may say there. */
export interface Scene {
  /** A state of one of the branch's courses (state-machines.yml). */
  readonly stage: string;
  /** Ids of strengths that tend to help here, the most helpful first. */
  readonly wants: readonly string[];
  /** The scene that follows, by how the words landed; none where the rehearsal has come to its end. */
  readonly leads?: Readonly<Record<Landing, string>> | undefined;
  readonly lines: readonly ClientLine[];
}

/** What a client may say over a rehearsal of one kind of strain. */
export interface Branch extends Sourced {
  readonly directions: readonly ('withdrawal' | 'confrontation' | 'mixed' | 'none')[];
  /** Taxonomy ids or families that lead here when the direction does not. */
  readonly for: readonly string[];
  readonly machines: readonly string[];
  readonly start: string;
  readonly scenes: Readonly<Record<string, Scene>>;
}

/** Something that tends to help, as it can be heard in the therapist's words. */
export interface Strength extends Sourced {
  readonly principle: string;
  /** 2 where it goes far by itself, 1 where it helps along. */
  readonly weight: number;
  /** Regex sources on whole words; `<NAME>` stands for a lexicon, `~` for any ending of a word. */
  readonly patterns: readonly string[];
  readonly shown: { readonly worked: string; readonly try: string; readonly why: string };
}

/** A pull every therapist knows under strain, as it can be heard in the words. */
export interface Pull extends Sourced {
  readonly effect: 'hurts' | 'presses' | 'crowds';
  /** The strength that other wordings should show. */
  readonly strength: string;
  /** Ids of the guard that count as this pull; `lr-` stands for every language rule. */
  readonly faults: readonly string[];
  readonly patterns: readonly string[];
  readonly shown: { readonly try: string; readonly why: string };
}

/** What somebody may ask of a rehearsal instead of answering; the patterns hold on the whole message. */
export interface RehearsalRequest {
  readonly wish: 'stop' | 'again' | 'hint';
  readonly patterns: readonly string[];
}

/** Everything a rehearsal is played from. */
export interface RehearsalKnowledge {
  readonly branches: readonly Branch[];
  /** In no order. */
  readonly strengths: readonly Strength[];
  /** The gravest first. */
  readonly pulls: readonly Pull[];
  readonly requests: readonly RehearsalRequest[];
}
