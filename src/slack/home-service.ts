import type { OpenReview } from '../pipeline/review/open-reviews.ts';
import type { PersonSettings } from '../pipeline/settings/person-settings.ts';
import type { WorkspacePolicy } from '../pipeline/settings/workspace-policy.ts';
import type { CaseStage } from '../pipeline/thread/stages/case-stage.ts';
import type { Trends } from '../pipeline/trends/trends.ts';
import type { OwnCase, WorkspaceStatus } from './ways-in.ts';

/** One case of a person as Home lists it: where it is and where it stands, nothing of what was told. */
export interface HomeCase extends OwnCase {
  readonly stage: Pick<CaseStage, 'machine' | 'state'> | null;
  /** When its author will be asked how it went, in milliseconds since the epoch; null for never. */
  readonly followUpAt: number | null;
}

/** One thing that was looked at: whether it is well, and what to do if not. */
export interface HealthLine {
  readonly level: 'ok' | 'warn' | 'fail';
  readonly found: string;
  readonly cure: string;
}

/** How the bot itself is doing. */
export interface Operations {
  readonly status: WorkspaceStatus;
  /** Who may see case text when a language model is set up; null without one. */
  readonly boundary: 'local' | 'baa' | 'none' | null;
  /** Whether the model answered when it was last asked; null without one, or before the first time. */
  readonly modelAnswers: boolean | null;
  /** How the whole program does; null where other workspaces are served by it as well. */
  readonly service: {
    readonly health: readonly HealthLine[];
    /** Threads that wait to be answered, and those that were given up. */
    readonly waiting: number;
    readonly failed: number;
  } | null;
}

/** What Home asks of the rest of the program. */
export interface HomeService {
  /** The cases a person brought, newest first. */
  cases(team: string, user: string): Promise<readonly HomeCase[]>;
  settings(team: string, user: string): Promise<PersonSettings>;
  saveSettings(team: string, user: string, settings: PersonSettings): Promise<void>;
  /** Changes a part of the policy and notes in the audit who did; `part` is a code. */
  savePolicy(
    team: string,
    by: string,
    change: Partial<WorkspacePolicy>,
    part: string,
  ): Promise<void>;
  /** What waits for a supervisor, oldest first, then what was flagged or taken over. */
  queue(team: string): Promise<readonly OpenReview[]>;
  trends(team: string): Promise<Trends>;
  /** The trends as a PNG; null when there is nothing to draw. */
  picture(trends: Trends): Promise<Buffer | null>;
  /** Slack's id of the picture that shows these very trends, once it was put there. */
  pictureFile(team: string, trends: Trends): Promise<string | null>;
  keepPictureFile(team: string, trends: Trends, file: string): Promise<void>;
  operations(team: string): Promise<Operations>;
}
