import { CLINICIAN_VIEWS } from './clinician-views.ts';
import { HOME_VIEWS } from './home-views.ts';
import type { AnyViews } from './rendered.ts';
import { SUPERVISOR_VIEWS } from './supervisor-views.ts';
import { WAYS_IN_VIEWS } from './ways-in-views.ts';

/** Every view of the product, by its file in `src/slack/views` without its ending. */
export const EVERY_VIEW: Readonly<Record<string, AnyViews>> = {
  ...CLINICIAN_VIEWS,
  ...SUPERVISOR_VIEWS,
  ...WAYS_IN_VIEWS,
  ...HOME_VIEWS,
};
