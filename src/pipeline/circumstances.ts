import { DEFAULT_SETTINGS, type PersonSettings } from './settings/person-settings.ts';
import { DEFAULT_POLICY, type WorkspacePolicy } from './settings/workspace-policy.ts';

/** What a turn is worked on under, beside the case: the time, the author's choices, the workspace's. */
export interface Circumstances {
  readonly now: Date;
  readonly settings: PersonSettings;
  readonly policy: WorkspacePolicy;
}

/** Circumstances in which nobody has chosen anything, as on the command line. */
export const plainly = (now: Date): Circumstances => ({
  ...{ now, settings: DEFAULT_SETTINGS, policy: DEFAULT_POLICY },
});
