/** What a driver does for records beside the cases: one sealed record under one opaque name. */
export interface RecordShelf {
  get(name: string): Promise<string | null>;
  /** Puts `next` in the place of `stands` (null: nothing); false when something else stands there. */
  put(change: RecordChange): Promise<boolean>;
  /** Takes away what stands, or with `stands` null whatever it is; true when there was something. */
  drop(name: string, stands: string | null): Promise<boolean>;
}

/** A record in the place of another. */
interface RecordChange {
  readonly name: string;
  readonly stands: string | null;
  readonly next: string;
  /** Milliseconds since the epoch; 0 is never. */
  readonly until: number;
}
