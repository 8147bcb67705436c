import type {
  Contraindication,
  LensWords,
  RequestRule,
  SelectionRule,
  Strategy,
} from './choice-knowledge.ts';
import type { OutcomeWords, PlanKnowledge, StageCue, StageMachine } from './course-knowledge.ts';
import type { SafetyExtra } from './safety-extra.ts';

/** `[S]` seed, `[V]` read in a public source, `[V2]` secondary, `[K]` not re-read, `[D]` our own decision. */
export type EvidenceFlag = 'S' | 'V' | 'V2' | 'K' | 'D';

/** How clinicians call a direction; `names` are regular expressions without regard to capitals. */
export interface DirectionName {
  readonly id: 'withdrawal' | 'confrontation';
  readonly names: readonly string[];
}

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

export interface Sourced {
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

/**
 * One phrasing that can be said to a client; passes the guard, or start-up stops. `{moment}` in the
 * text takes a few de-identified words of time from the case, by default `a moment ago`.
 */
export interface LibraryPhrase {
  readonly id: string;
  readonly voice: Voice;
  /** Taxonomy ids it speaks to; empty when it fits whatever the intervention is for. */
  readonly only: readonly string[];
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
  /** Number of the strategy in the 2015 manual's list of ten, if it is one of them. */
  readonly r15: number | null;
  /** `self`: spoken inwardly by the therapist, never to the client. */
  readonly speaker: 'client' | 'self';
  /** Signals, taxonomy ids, families or stages, one of which must hold first; empty for none. */
  readonly needs: readonly string[];
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

/** Open and not_trigger wordings of one safety label; regex stems ask when nothing else matched. */
export interface SafetyRule extends Sourced {
  readonly open: readonly string[];
  readonly ask: readonly string[];
  readonly notTrigger: readonly string[];
  readonly stems: readonly string[];
  /** Whose act it must be, where that matters; else null. */
  readonly actor: string | null;
  readonly respond: readonly string[];
  /** One plain check question for status `ask`. */
  readonly question: string;
}

/** Fixed safety content: whole plain sentences, shown as standard practice. */
export interface SafetyResponse extends Sourced {
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
  /** Regex sources that show that this has been told already. */
  readonly told: readonly string[];
}

/**
 * Something about the situation that is no taxonomy label: set when one of `labels` (taxonomy ids or
 * families) is read, tapped or open, or when one of `patterns` matches the text. Signals without
 * either are set by the program (`meaning` says when).
 */
export interface Signal extends Sourced {
  readonly meaning: string;
  readonly labels: readonly string[];
  /** Regex sources, case-insensitive. */
  readonly patterns: readonly string[];
}

/** Shown instead of any phrase for labels that must be taken to a person first. */
export interface ConsultFirst extends Sourced {
  readonly for: readonly string[];
  readonly shown: string;
}

/** A further fault of a phrase (`ft-…`), beside principles and language rules. */
export interface Fault extends Sourced {
  readonly severity: 'error' | 'warning';
  /** The principle (`mp-…`) that is broken along with it, or null. */
  readonly breaks: string | null;
  /** Names of lexicons: a sentence that holds one of them is let off. */
  readonly unless: readonly string[];
  /** Regex sources on whole words; `<NAME>` stands for a lexicon, `~` for any ending of a word. */
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

/** When to go further up the ladder, and where to. */
export interface EscalationRule extends Sourced {
  readonly when: readonly string[];
  readonly meaning: string;
  /** Rung ids, best first; empty means one level up from the present rung. */
  readonly to: readonly string[];
  readonly shown: string;
}

/** A sign that boundaries are slipping or that the therapy itself hurts. */
export interface RedFlag extends Sourced {
  readonly kind: 'boundary' | 'harmful-therapy';
  /** Regex sources, case-insensitive. */
  readonly patterns: readonly string[];
  readonly shown: string;
}

/** How much must be told before what is shown; ids of information items. */
export interface Sufficiency extends Sourced {
  readonly classify: { readonly all: readonly string[]; readonly oneOf: readonly string[] };
  readonly phrases: { readonly all: readonly string[]; readonly orDeclined: number };
  readonly mostQuestions: number;
  readonly mostPhrases: number;
  readonly mostRungs: number;
  readonly mostCandidates: number;
  /** The parts of a formulation in the order they are shown. */
  readonly formulation: readonly string[];
  /** Longest side of a formulation divided by the shortest, at most. */
  readonly symmetry: number;
}

/** Where a principle or language rule does not hold. */
export interface GuardException extends Sourced {
  readonly rule: string;
  readonly holds: string;
}

export interface AnchorNumber extends Sourced {
  readonly value: string;
  readonly n: string;
  /** What the flag does not cover; may be empty. */
  readonly flagNote: string;
  readonly use: string;
}

/** Everything the product knows, validated at start and injected; never read inside the pipeline. */
export interface Knowledge extends SafetyExtra {
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
  readonly stageCues: readonly StageCue[];
  readonly plan: PlanKnowledge;
  readonly outcomeWords: readonly OutcomeWords[];
  readonly safety: readonly SafetyRule[];
  readonly responses: readonly SafetyResponse[];
  readonly context: ContextLists;
  readonly info: readonly InfoItem[];
  readonly requests: readonly RequestRule[];
  readonly directions: readonly DirectionName[];
  readonly anchors: readonly AnchorNumber[];
  readonly signals: readonly Signal[];
  readonly contraindications: readonly Contraindication[];
  readonly selection: readonly SelectionRule[];
  readonly strategies: readonly Strategy[];
  readonly lenses: readonly LensWords[];
  readonly consultFirst: readonly ConsultFirst[];
  readonly innerChecks: readonly InnerCheck[];
  readonly consultantQuestions: readonly ConsultantQuestion[];
  readonly escalation: readonly EscalationRule[];
  readonly redFlags: readonly RedFlag[];
  readonly sufficiency: Sufficiency;
  readonly exceptions: readonly GuardException[];
  /** What the short source keys stand for; never shown. */
  readonly sources: Readonly<Record<string, string>>;
  /** Every other sentence a user can meet, by dotted key; `{name}` marks a slot. */
  readonly words: Readonly<Record<string, string>>;
}
