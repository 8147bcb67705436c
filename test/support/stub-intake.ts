import type { Act, Retraction, ThreadKey } from '../../src/pipeline/message.ts';
import type { CaseThread } from '../../src/pipeline/thread/case-thread.ts';
import type { Intake, OwnWords, RawMessage, Retried, Taken } from '../../src/slack/take.ts';
import { clear, KEY } from './builders.ts';

/** The rest of the bot as Slack's side sees it: keeps what it is given, answers as it is told. */
export class StubIntake implements Intake {
  readonly taken: RawMessage[] = [];
  readonly acts: { readonly key: ThreadKey; readonly act: Act }[] = [];
  readonly forgotten: { readonly key: ThreadKey; readonly by: string }[] = [];
  readonly #claims = new Set<string>();
  /** What `screen` sees in any text. */
  safety = clear;
  /** What becomes of a message; may throw. */
  onTake: (raw: RawMessage) => Promise<Taken> = async () => ({
    ...{ kind: 'queued', removed: {}, doubts: [] },
  });
  onPress: () => Promise<void> = async () => undefined;
  kept: CaseThread | null = null;
  keptThreads: readonly string[] = [KEY.thread];

  screen = () => this.safety;
  screenSoon = async () => this.safety;

  async take(raw: RawMessage): Promise<Taken> {
    const taken = await this.onTake(raw);
    this.taken.push(raw);
    return taken;
  }

  async press(key: ThreadKey, act: Act): Promise<void> {
    await this.onPress();
    this.acts.push({ key, act });
  }

  readonly retractions: { readonly key: ThreadKey; readonly retraction: Retraction }[] = [];
  readonly purged: string[] = [];
  readonly retries: { readonly key: ThreadKey; readonly by: string }[] = [];
  retried: Retried = 'woken';

  async retract(key: ThreadKey, retraction: Retraction): Promise<void> {
    this.retractions.push({ key, retraction });
  }

  async retry(key: ThreadKey, by: string): Promise<Retried> {
    this.retries.push({ key, by });
    return this.retried;
  }

  async purge(team: string): Promise<number> {
    this.purged.push(team);
    return 0;
  }

  /** Nobody wrote anything, so nothing can be done about it. */
  own: OwnWords = {
    written: async () => [],
    send: async () => false,
    cancel: async () => false,
    missed: async () => ({ changed: 0, held: [] }),
    notIdentifiers: async () => ({ changed: 0, held: [] }),
  };

  hasCase = async (key: ThreadKey) => this.keptThreads.includes(key.thread);
  load = async () => this.kept;

  async forget(key: ThreadKey, by: string): Promise<boolean> {
    this.forgotten.push({ key, by });
    this.kept = null;
    return true;
  }

  claim = async (id: string) => !this.#claims.has(id) && Boolean(this.#claims.add(id));
  release = async (id: string) => void this.#claims.delete(id);
}
