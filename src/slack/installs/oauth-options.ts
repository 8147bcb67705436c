import type { RecordStore } from '../../pipeline/ports.ts';

/** What an app that is installed through OAuth is built from. */
export interface OAuthOptions {
  readonly clientId: string;
  /** Never logged. */
  readonly clientSecret: string;
  /** Where browsers and Slack reach this server, without a slash at its end. */
  readonly publicUrl: string;
  /** Ids of the workspaces and organisations that may install it; empty leaves it to anybody. */
  readonly workspaces: readonly string[];
  /** What Slack is asked to allow. */
  readonly scopes: readonly string[];
  /** Where installs and begun installs are kept. */
  readonly records: RecordStore;
}
