/** A message as it stands in the workspace. */
export interface Message {
  readonly ts: string;
  readonly channel: string;
  /** `ts` of the thread's first message. */
  readonly thread: string;
  readonly user: string;
  text: string;
  blocks: readonly Record<string, unknown>[];
}

export const TEAM = 'T0CHAOS';
export const BOT = { user: 'U0IMPASSE', bot: 'B0IMPASSE' };
export const CHANNELS = Array.from({ length: 48 }, (_, place) => `C0CHAOS${10 + place}`);
export const PEOPLE = Array.from({ length: 12 }, (_, place) => `U0PERSON${10 + place}`);

/** Messages of people and of the bot, in the order in which Slack took them. */
export class Workspace {
  readonly #threads = new Map<string, Message[]>();
  readonly #byTs = new Map<string, Message>();
  #last = 0;

  #stamp(): string {
    this.#last = Math.max(this.#last + 1, Date.now() * 1000);
    return `${Math.floor(this.#last / 1e6)}.${String(this.#last % 1e6).padStart(6, '0')}`;
  }

  /** Takes a message; without `thread` it opens one. */
  post(message: Omit<Message, 'ts' | 'thread'> & { thread?: string }): Message {
    const ts = this.#stamp();
    const posted = { ...message, ts, thread: message.thread ?? ts };
    const key = `${posted.channel} ${posted.thread}`;
    this.#threads.set(key, [...(this.#threads.get(key) ?? []), posted]);
    this.#byTs.set(`${posted.channel} ${ts}`, posted);
    return posted;
  }

  thread(channel: string, thread: string): readonly Message[] {
    return this.#threads.get(`${channel} ${thread}`) ?? [];
  }

  find(channel: string, ts: string): Message | undefined {
    return this.#byTs.get(`${channel} ${ts}`);
  }

  /** How many messages people wrote. */
  written(): number {
    return [...this.#byTs.values()].filter(({ user }) => user !== BOT.user).length;
  }

  threads(): Iterable<readonly Message[]> {
    return this.#threads.values();
  }
}
