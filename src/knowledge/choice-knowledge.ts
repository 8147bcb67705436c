import type { Sourced, Voice } from './knowledge.ts';

/** How the next suggestion should differ from the last one; `rung`: whom to ask, not what to say. */
export type RequestedWish =
  | 'another'
  | 'shorter'
  | 'softer'
  | 'plainer'
  | 'warmer'
  | 'now'
  | 'later'
  | 'rung';

/** What a clinician may ask of the next suggestion in a few words ('shorter', 'that fell flat'). */
export interface RequestRule {
  readonly id: string;
  /** What it asks of the next suggestion, or null when it only tells something that stays so. */
  readonly wish: RequestedWish | null;
  /** A voice for the rest of the thread, or null. */
  readonly voice: Voice | null;
  /** The id of a school in whose words to go on, `none` for plain words, or null. */
  readonly lens: string | null;
  /** Signals that hold from then on. */
  readonly signals: readonly string[];
  /** True when it may also stand within a longer account. */
  readonly anywhere: boolean;
  /** Regex sources. */
  readonly patterns: readonly string[];
  /** One sentence: what was understood. */
  readonly shown: string;
}

/** A way of answering as a whole, chosen before any words. */
export interface Strategy extends Sourced {
  /** Families of interventions that carry it out. */
  readonly families: readonly string[];
  readonly shown: {
    readonly name: string;
    /** One whole sentence: what it is. */
    readonly sense: string;
  };
}

/** A reading told in the words of one school; every text is one tentative sentence for the therapist. */
export interface LensWords extends Sourced {
  readonly name: string;
  /** Regex source of what people call it. */
  readonly names: string;
  /** Names that are everyday words unless they are written in capitals. */
  readonly capitals: readonly string[];
  /** What the school attends to, in one line. */
  readonly line: string;
  /** By direction of the reading. */
  readonly directions: Readonly<Record<'withdrawal' | 'confrontation' | 'mixed' | 'none', string>>;
  /** By family, for labels without words of their own. */
  readonly families: Readonly<Record<string, string>>;
  /** By taxonomy id. */
  readonly labels: Readonly<Record<string, string>>;
  /** By intervention id or family of interventions. */
  readonly ways: Readonly<Record<string, string>>;
  /** Intervention ids or families that come first where nothing speaks against it. */
  readonly prefer: readonly string[];
  readonly voices: readonly Voice[];
}

/** A global reason to hold back phrases about 'us'. */
export interface Contraindication extends Sourced {
  /** Signals, taxonomy ids or families; any one of them sets it. */
  readonly when: readonly string[];
  /** `withhold`: no phrase at all; `no-us`: none about the two of them; `soften`: the indirect voice. */
  readonly effect: 'withhold' | 'no-us' | 'soften';
  /** Intervention ids or intervention families that fit instead, best first. */
  readonly prefer: readonly string[];
  /** True when what fits instead comes before everything else, because it is owed. */
  readonly leads: boolean;
  /** One whole sentence: why it is held back or softened for now. */
  readonly shown: string;
}

/** A rule for choosing among interventions; `prefer` and `drop` are families or intervention ids, in order. */
export interface SelectionRule extends Sourced {
  /** Signals, taxonomy ids, families or stages; any one of them sets it. */
  readonly when: readonly string[];
  /** Any one of these keeps it from applying. */
  readonly unless: readonly string[];
  /** How much it counts beside other rules; 1 is ordinary. */
  readonly weight: number;
  /** The strategy it calls for, or null. */
  readonly strategy: string | null;
  readonly prefer: readonly string[];
  readonly drop: readonly string[];
  /** One whole sentence: why it is so. */
  readonly shown: string;
  /** The same for single interventions, by id. */
  readonly steps: Readonly<Record<string, string>>;
}
