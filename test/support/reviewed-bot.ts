import { EXAMPLES } from '../../demo/cases.ts';
import {
  DEFAULT_POLICY,
  type WorkspacePolicy,
} from '../../src/pipeline/settings/workspace-policy.ts';
import { KEY } from './builders.ts';
import { textOf } from './fake-slack.ts';
import { type Running, startApp } from './start-app.ts';

export const SUPERVISOR = 'U03SUPER';
export const CHANNEL = 'C02SUPER';
export const HOUR = 60 * 60 * 1000;
const ALWAYS = { days: [1, 2, 3, 4, 5, 6, 7], from: 0, to: 24, zone: 'UTC' };

/** A running bot with a supervisor and a supervision channel, and what stands there. */
export class ReviewedBot {
  readonly bot: Running;
  readonly #clock: { now: number };

  private constructor(bot: Running, clock: { now: number }) {
    this.bot = bot;
    this.#clock = clock;
  }

  static async start(): Promise<ReviewedBot> {
    const clock = { now: Date.now() };
    return new ReviewedBot(await startApp({ now: () => clock.now }), clock);
  }

  /** Moves the clock on; the time now, in seconds since the epoch. */
  wait(ms: number): number {
    this.#clock.now += ms;
    return Math.floor(this.#clock.now / 1000);
  }

  /** Sets what the owner decided, as the policy modal does. */
  async decide(over: Partial<WorkspacePolicy>): Promise<void> {
    const key = { team: KEY.team, kind: 'policy', id: '' } as const;
    await this.bot.app.state.records.change(key, () => ({
      ...DEFAULT_POLICY,
      ...{ supervisionChannel: CHANNEL, supervisors: [SUPERVISOR], owners: ['U09OWNER'] },
      ...{ workingHours: ALWAYS, ...over },
    }));
  }

  /** Waits for turns and for alarms that are due. */
  async settled(): Promise<void> {
    await this.bot.settled();
    await this.bot.app.state.alarms.look();
    await this.bot.settled();
  }

  /** Somebody brings a case under this policy. */
  async bring(policy: Partial<WorkspacePolicy> = { review: 'gate' }): Promise<void> {
    await this.decide(policy);
    await this.bot.slack.mention(EXAMPLES.withdrawal);
    await this.settled();
  }

  async press(action: string, user = SUPERVISOR): Promise<void> {
    await this.bot.slack.press(action, { user });
    await this.settled();
  }

  async submit(fields: Readonly<Record<string, string | readonly string[]>>): Promise<void> {
    await this.bot.slack.submit(fields, { user: SUPERVISOR });
    await this.settled();
  }

  cards() {
    const all = [...this.bot.slack.messages.values()];
    return all.filter(({ channel, thread }) => channel === CHANNEL && thread === '');
  }

  /** Everything on the newest card. */
  card = () => textOf(this.cards().at(-1)?.blocks);
  /** Our first answer in the case's thread, and everything of ours in it. */
  answer = () => this.bot.slack.shown()[0] ?? '';
  thread = () => this.bot.slack.shown().join('\n---\n');
  /** Private notes, oldest first, with who saw each. */
  notes = () =>
    this.bot.slack
      .called('chat.postEphemeral')
      .map(({ user, blocks }) => `${user}: ${textOf(JSON.parse(blocks ?? '[]'))}`);
  /** What the last modal was answered with. */
  answered = () => JSON.stringify(this.bot.slack.answered);
  audit = async () => (await this.bot.app.state.store.audit(0)).map(({ what }) => what);
}
