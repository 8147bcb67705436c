import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Say } from '../../pipeline/thread/what-changed.ts';

/** What every view is built from besides the case: the product's sentences and the library. */
export interface ViewParts {
  readonly say: Say;
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
