import type { Looked, OwnCase, WaysIn } from '../../src/slack/ways-in.ts';

/** The store-side of the ways in as Slack's side sees it: answers as it is told. */
export class StubWaysIn implements WaysIn {
  looked: Looked = { kind: 'readable', removed: {} };
  readonly seen: string[] = [];
  readonly forgotten: string[] = [];
  kept: readonly OwnCase[] = [];
  /** Nobody is new, unless a test says so. */
  newcomers: readonly string[] = [];

  look = (raw: string): Looked => {
    this.seen.push(raw);
    return this.looked;
  };

  firstContact = async (_team: string, user: string) => {
    const isNew = this.newcomers.includes(user);
    this.newcomers = this.newcomers.filter((each) => each !== user);
    return isNew;
  };

  cases = async () => this.kept;

  forget = async (_team: string, user: string) => {
    this.forgotten.push(user);
    return { cases: 2, parts: 1, replies: [] };
  };

  status = async () => ({
    ...{ model: null, retentionDays: 30, channels: ['C01TEAM'], paused: false, gate: false },
    ...{ supervised: false, contacts: false },
  });

  readonly notes: string[] = [];
  note = async (_key: unknown, _who: string, what: string) => void this.notes.push(what);
}
