import type { Sourced } from './knowledge.ts';

interface MachineState {
  readonly sees: string;
  readonly therapist: string;
  readonly next: readonly string[];
  /** Where it leads when a try is said to have helped, and when it is said to have made it worse. */
  readonly onward: string | null;
  readonly setback: string | null;
  readonly shown: {
    /** A few words for lists and pictures. */
    readonly name: string;
    /** One hedged sentence: where the two seem to be. */
    readonly where: string;
    /** One sentence: what the next step may look like. */
    readonly step: string;
  };
}

/** A stage model: how such moments are often worked through, step by step. */
export interface StageMachine extends Sourced {
  readonly note: string;
  readonly start: string;
  readonly states: Readonly<Record<string, MachineState>>;
}

/** One interview of an extended consultation. */
export interface PlannedInterview {
  readonly id: string;
  /** Lengths of the plan, in interviews, in which it stands. */
  readonly sizes: readonly number[];
  /** Its state in `sm-extended-consult`. */
  readonly state: string;
  readonly with: 'client' | 'therapist' | 'each' | 'all';
  readonly title: string;
  readonly aims: readonly string[];
  /** Questions for the client; `for` holds labels, families or signals that put one first. */
  readonly client: readonly { readonly ask: string; readonly for: readonly string[] }[];
  /** Ids of consultant questions for the therapist. */
  readonly therapist: readonly string[];
}

/** What the planner of extended consultations lays out. */
export interface PlanKnowledge extends Sourced {
  /** What is agreed before the first interview. */
  readonly begin: readonly string[];
  readonly shared: readonly string[];
  readonly kept: readonly string[];
  readonly limits: string;
  readonly interviews: readonly PlannedInterview[];
  readonly decisions: readonly {
    readonly id: 'resume' | 'cotherapist' | 'group' | 'referral' | 'exit';
    readonly title: string;
    readonly when: string;
    /** Rung of the ladder that says how, or null. */
    readonly rung: string | null;
  }[];
}

/** What in a clinician's words points to a state of a stage model. */
export interface StageCue extends Sourced {
  readonly machine: string;
  readonly state: string;
  /** Taxonomy ids that point there when they are read in a new message by itself. */
  readonly labels: readonly string[];
  /** States from which the labels count; from any when empty. */
  readonly from: readonly string[];
  readonly patterns: readonly string[];
}

/** How clinicians tell what came of something they tried. */
export interface OutcomeWords extends Sourced {
  readonly how: 'resolved' | 'helped' | 'no-change' | 'worse' | 'not-used';
  /** Signs in a message of any length. */
  readonly patterns: readonly string[];
  /** Signs that count in a message of a few words only, which can hardly be about anything else. */
  readonly brief: readonly string[];
}
