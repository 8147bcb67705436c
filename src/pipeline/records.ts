import type { PersonSettings } from './settings/person-settings.ts';
import type { WorkspacePolicy } from './settings/workspace-policy.ts';

/**
 * Everything that is kept beside the cases, by kind. A new kind needs its shape in `state/records/`;
 * without one it does not compile.
 */
export interface Records {
  /** By Slack user id. */
  readonly settings: PersonSettings;
  /** One for each install, under the empty id. */
  readonly policy: WorkspacePolicy;
}

export type RecordKind = keyof Records;

/** Where a record stands: install, kind, and an id within them. */
export interface RecordKey<Kind extends RecordKind = RecordKind> {
  readonly team: string;
  readonly kind: Kind;
  readonly id: string;
}
