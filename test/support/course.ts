import { AUTHOR, KEY } from './builders.ts';
import { type Running, startApp } from './start-app.ts';

/** A Wednesday at ten in the morning, UTC. */
export const START = Date.UTC(2030, 2, 13, 10);
export const HOUR = 60 * 60 * 1000;
export const DAY = 24 * HOUR;

const ts = (at: number) => `${Math.floor(at / 1000)}.000100`;

/** A running bot whose clock a test moves, with one case in one thread. */
export class Course {
  now = START;
  readonly thread = ts(START);
  readonly key = { ...KEY, thread: this.thread };
  #bot: Running | null = null;

  get bot(): Running {
    if (this.#bot === null) throw new Error('The bot was not started.');
    return this.#bot;
  }

  async start(over: Parameters<typeof startApp>[0] = {}): Promise<void> {
    this.#bot = await startApp({ ...over, now: () => this.now });
  }

  async bring(text: string): Promise<void> {
    await this.bot.slack.mention(text, { ts: this.thread });
    await this.bot.settled();
  }

  /** The author writes on in the thread. */
  async say(text: string, user: string = AUTHOR): Promise<void> {
    this.now += 60_000;
    const message = { ts: ts(this.now), thread: this.thread, user };
    await this.bot.slack.say(text, message);
    await this.bot.settled();
  }

  async press(action: string, user: string = AUTHOR): Promise<void> {
    this.now += 1000;
    await this.bot.slack.press(action, { at: this.now, user });
    await this.bot.settled();
  }

  async choose(action: string, option: string, user: string = AUTHOR): Promise<void> {
    this.now += 1000;
    await this.bot.slack.choose(action, option, { at: this.now, user });
    await this.bot.settled();
  }

  /** Time passes, and what is due happens. */
  async later(ms: number): Promise<void> {
    this.now += ms;
    await this.bot.app.state.alarms.look();
    await this.bot.settled();
  }

  kase() {
    return this.bot.app.state.store.load({ ...this.key });
  }

  shown(): string[] {
    return this.bot.slack.shown(this.thread);
  }

  /** How often the question how it went stands in the thread. */
  questions(): number {
    return this.shown().filter((text) => text.includes('How did it go?')).length;
  }
}
