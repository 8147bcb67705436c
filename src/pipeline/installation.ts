/** One install of the app in Slack, with the bot token that Slack gave for it. Always kept encrypted. */
export interface Installation {
  /** Enterprise id of an org-wide install, else team id: what every key is scoped by. */
  readonly install: string;
  /** Team id, or null for an org-wide install. */
  readonly team: string | null;
  readonly enterprise: string | null;
  readonly botUser: string;
  readonly bot: string | null;
  readonly token: string;
  /** One-time token for the next bot token, or null when tokens do not expire. */
  readonly refreshToken: string | null;
  /** When the bot token ends, in milliseconds since the epoch, or null. */
  readonly expiresAt: number | null;
  /** When it was installed; a new install in the same place has another time. */
  readonly installedAt: number;
}

/** That somebody set out to install the app from our own page; used once. */
export interface InstallState {
  readonly at: number;
}
