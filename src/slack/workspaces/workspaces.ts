import type { InstallPlace } from './install-of.ts';
import type { Workspace } from './workspace.ts';

/** The workspaces the app is installed in. */
export interface Workspaces {
  /**
   * Makes ready.
   * @throws when Slack refuses the token or cannot be reached
   */
  start(): Promise<void>;
  /**
   * The workspace of a payload, or of what is kept under an install.
   * @throws UnknownInstall when it is not installed there; never another one instead
   */
  of(place: InstallPlace | null): Promise<Workspace>;
  /** Lets go of what is kept in memory of an install. */
  drop(install: string): void;
}
