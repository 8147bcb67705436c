import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { SafetyContacts } from '../../pipeline/settings/workspace-policy.ts';
import type { Say } from '../../pipeline/thread/what-changed.ts';

/** Whom a workspace names for emergencies, and whether people on call are told. */
export interface Duty {
  readonly contacts: SafetyContacts;
  readonly onCall: boolean;
  /** IANA time zone in which times are told. */
  readonly zone: string;
}

/** What every view is built from besides the case: the product's sentences and the library. */
export interface ViewParts {
  readonly say: Say;
  /** Of the workspace it is shown in, as last known; left out where there is none. */
  readonly duty?: () => Duty;
  readonly knowledge: Pick<
    Knowledge,
    | 'taxonomy'
    | 'label'
    | 'ladder'
    | 'responses'
    | 'safety'
    | 'interventions'
    | 'principles'
    | 'machines'
    | 'plan'
    | 'consultantQuestions'
    | 'strategies'
    | 'lenses'
  >;
}
