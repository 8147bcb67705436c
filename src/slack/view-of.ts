import type { SlackOptions } from './slack-options.ts';
import type { ViewParts } from './views/view-parts.ts';

/** What views are built from, with the contacts of the install they are shown in. */
export function createViewOf({ view, dutyOf }: Pick<SlackOptions, 'view' | 'dutyOf'>) {
  return (team: string): ViewParts =>
    dutyOf === undefined ? view : { ...view, duty: () => dutyOf(team) };
}
