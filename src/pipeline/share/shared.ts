/** Where a private case was shared to, by whom and when (milliseconds since the epoch). */
export interface Shared {
  readonly channel: string;
  /** Timestamp of our message that opens the thread there. */
  readonly thread: string;
  readonly by: string;
  readonly at: number;
}
