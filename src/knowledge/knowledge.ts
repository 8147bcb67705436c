/** `[S]` seed, `[V]` read in a public source, `[V2]` secondary, `[K]` not re-read, `[D]` our own decision. */
export type EvidenceFlag = 'S' | 'V' | 'V2' | 'K' | 'D';

export type Family =
  | 'withdrawal'
  | 'confrontation'
  | 'mixed'
  | 'impasse-type'
  | 'impasse-course'
  | 'cause'
  | 'trigger'
  | 'therapist-side'
  | 'safety';

interface Sourced {
  readonly id: string;
  readonly src: readonly string[];
  readonly flag: EvidenceFlag;
}

/** One entry of the taxonomy. `shown` is for people; everything else instructs the software. */
export interface Label extends Sourced {
  readonly label: string;
  readonly family: Family;
  readonly group: string | null;
  readonly def: string;
  readonly cues: readonly string[];
  readonly not: string;
  readonly shown: {
    /** What one would have seen or heard, in a few plain words: the text of the tap. */
    readonly seen: string;
    /** One whole hedged sentence for the reading. */
    readonly sentence: string;
    /** Why the other's stance may have good reasons, or what it may protect: one hedged sentence. */
    readonly sense: string;
  };
}

export type Voice = 'plain' | 'warm' | 'brief' | 'teen' | 'couple' | 'telehealth' | 'indirect';

/** One phrasing that can be said to a client; passes the guard, or start-up stops. */
export interface LibraryPhrase {
  readonly id: string;
  readonly voice: Voice;
  readonly text: string;
}

export interface Intervention extends Sourced {
  readonly label: string;
  readonly family: string;
  /** Taxonomy ids, or family names. */
  readonly for: readonly string[];
  readonly contra: string;
  readonly timing: 'now' | 'later';
  readonly principles: readonly string[];
  /** True when a phrase speaks of 'us' and so falls under the global contraindications. */
  readonly metacommunication: boolean;
  readonly say: readonly LibraryPhrase[];
  readonly shown: {
    readonly name: string;
    readonly fits: string;
    readonly care: string;
    /** Two signs of coming closer, then two of moving further away. */
    readonly watchFor: readonly string[];
    readonly ifItFallsFlat: string;
  };
}

export interface Principle extends Sourced {
  readonly group: string;
  readonly statement: string;
  readonly check: string;
  readonly good: string;
  readonly bad: string;
}

/** `avoid` is a regex source; `prefer` are replacements a clinician can be offered. */
export interface LanguageRule extends Sourced {
  readonly avoid: string;
  readonly prefer: string;
}

export interface Rung extends Sourced {
  readonly level: number;
  readonly label: string;
  readonly when: string;
  readonly notWhen: string;
  readonly structure: string;
  /** Taxonomy ids or family names for which it is offered. */
  readonly for: readonly string[];
  /** Taxonomy ids for which it is never offered. */
  readonly never: readonly string[];
  readonly shown: {
    readonly name: string;
    /** One whole sentence: why this rung, now. */
    readonly why: string;
    /** How it is done, one or two whole sentences. */
    readonly how: string;
  };
}

export interface MachineState {
  readonly sees: string;
  readonly therapist: string;
  readonly next: readonly string[];
}

export interface StageMachine extends Sourced {
  readonly start: string;
  readonly states: Readonly<Record<string, MachineState>>;
}

/** Open and not_trigger wordings of one safety label; regex stems ask when nothing else matched. */
export interface SafetyRule {
  readonly id: string;
  readonly open: readonly string[];
  readonly ask: readonly string[];
  readonly notTrigger: readonly string[];
  readonly stems: readonly string[];
  readonly respond: readonly string[];
  /** One plain check question for status `ask`. */
  readonly question: string;
}

/** Fixed safety content: whole plain sentences, shown as standard practice. */
export interface SafetyResponse {
  readonly id: string;
  readonly title: string;
  readonly steps: readonly string[];
}

export interface ContextLists {
  readonly negationBefore: readonly string[];
  readonly negationAfter: readonly string[];
  readonly pseudoNegation: readonly string[];
  readonly historical: readonly string[];
  readonly historicalCancel: readonly string[];
  readonly hypothetical: readonly string[];
  readonly otherPerson: readonly string[];
  readonly figurative: readonly string[];
  readonly terminators: readonly string[];
}

export interface InfoItem extends Sourced {
  readonly priority: number;
  readonly must: boolean;
  readonly why: string;
  readonly ask: string;
}

/** A global reason to hold back phrases about 'us'; `when` names the signals that set it. */
export interface Contraindication extends Sourced {
  readonly when: readonly string[];
  /** One whole sentence: why no phrases for now. */
  readonly shown: string;
}

/** A rule for choosing among interventions; `prefer` are families or intervention ids in order. */
export interface SelectionRule extends Sourced {
  readonly when: readonly string[];
  readonly prefer: readonly string[];
  readonly drop: readonly string[];
  readonly shown: string;
}

/** Shown instead of any phrase for labels that must be taken to a person first. */
export interface ConsultFirst extends Sourced {
  readonly for: readonly string[];
  readonly shown: string;
}

/** A further fault of a phrase (`ft-…`), beside principles and language rules. */
export interface Fault extends Sourced {
  readonly severity: 'error' | 'warning';
  readonly patterns: readonly string[];
  readonly statement: string;
}

/** Inner checks for the therapist, by taxonomy id or family. */
export interface InnerCheck extends Sourced {
  readonly for: readonly string[];
  readonly shown: string;
}

export interface ConsultantQuestion extends Sourced {
  readonly model: string;
  readonly ask: string;
}

export interface AnchorNumber extends Sourced {
  readonly value: string;
  readonly n: string;
  readonly use: string;
}

/** Everything the product knows, validated at start and injected; never read inside the pipeline. */
export interface Knowledge {
  readonly versions: {
    readonly taxonomy: string;
    readonly library: string;
    readonly rules: string;
  };
  readonly taxonomy: readonly Label[];
  readonly label: (id: string) => Label;
  readonly interventions: readonly Intervention[];
  readonly principles: readonly Principle[];
  /** Regex sources by name (HEDGE, CERTAINTY …). */
  readonly lexicons: Readonly<Record<string, string>>;
  readonly language: readonly LanguageRule[];
  readonly faults: readonly Fault[];
  readonly ladder: readonly Rung[];
  readonly machines: readonly StageMachine[];
  readonly safety: readonly SafetyRule[];
  readonly responses: readonly SafetyResponse[];
  readonly context: ContextLists;
  readonly info: readonly InfoItem[];
  readonly anchors: readonly AnchorNumber[];
  readonly contraindications: readonly Contraindication[];
  readonly selection: readonly SelectionRule[];
  readonly consultFirst: readonly ConsultFirst[];
  readonly innerChecks: readonly InnerCheck[];
  readonly consultantQuestions: readonly ConsultantQuestion[];
  /** Every other sentence a user can meet, by dotted key; `{name}` marks a slot. */
  readonly words: Readonly<Record<string, string>>;
}
