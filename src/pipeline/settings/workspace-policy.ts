import type { WorkingHours } from './working-hours.ts';

/** People and numbers of the workspace that safety replies name; null until the owner has set them. */
export interface SafetyContacts {
  readonly emergency: string | null;
  readonly crisis: string | null;
  readonly duty: string | null;
}

/** What the owner of a workspace has decided. Slack ids and the owner's own words, never a case. */
export interface WorkspacePolicy {
  /** Whether phrases are shown before a supervisor has seen them (`open`) or after (`gate`). */
  readonly review: 'open' | 'gate';
  /** Channel id where review cards and the digest are posted, or null for none. */
  readonly supervisionChannel: string | null;
  /** User group id of the supervisors, or null. */
  readonly supervisorGroup: string | null;
  /** User ids of supervisors, beside the group or without one. */
  readonly supervisors: readonly string[];
  /** User ids who decide this policy, beside Slack's own admins and owners. */
  readonly owners: readonly string[];
  /** User ids who are paged when a safety label is open. */
  readonly onCall: readonly string[];
  readonly contacts: SafetyContacts;
  /** Channel ids where cases may be brought; null leaves it to the installer's setting. */
  readonly channels: readonly string[] | null;
  /** Days after the last activity until a case is deleted; null leaves it to the installer's setting. */
  readonly retentionDays: number | null;
  /** Whether clinicians are asked after the next session how it went, as far as they want it. */
  readonly followUps: boolean;
  /** Whether the weekly digest is posted to the supervision channel. */
  readonly digest: boolean;
  readonly workingHours: WorkingHours;
  /** Hours of working time until a waiting review is brought up again, and until it is escalated. */
  readonly remindAfterHours: number;
  readonly escalateAfterHours: number;
  /** True while nothing is read in this workspace except for safety. */
  readonly paused: boolean;
}

/** What holds until an owner decides otherwise. */
export const DEFAULT_POLICY: WorkspacePolicy = {
  review: 'open',
  supervisionChannel: null,
  supervisorGroup: null,
  supervisors: [],
  owners: [],
  onCall: [],
  contacts: { emergency: null, crisis: null, duty: null },
  channels: null,
  retentionDays: null,
  followUps: true,
  digest: true,
  workingHours: { days: [1, 2, 3, 4, 5], from: 9, to: 17, zone: 'UTC' },
  remindAfterHours: 4,
  escalateAfterHours: 16,
  paused: false,
};
