import { AUTHOR, OTHER } from '../builders.ts';
import type { Running } from '../start-app.ts';
import type { Step, Who } from './script.ts';

/** A thread while it is played. */
export interface Stage {
  readonly bot: Running;
  /** Milliseconds since the epoch. */
  now: number;
  /** `ts` of what was written, oldest first. */
  readonly written: string[];
  readonly transcript: string[];
}

const PEOPLE: Readonly<Record<Who, string>> = {
  clinician: AUTHOR,
  colleague: OTHER,
  supervisor: 'U03SUPERVISOR',
};
const HOUR = 3_600_000;
const STEP_MS = 60_000;

/** `ts` of the message that opened the case. */
export const firstOf = ({ written }: Stage) => written[0] ?? '';

const inThread = (stage: Stage, ts: string) =>
  ts === firstOf(stage) ? {} : { thread: firstOf(stage) };
const secondsOf = ({ now }: Stage) => Math.floor(now / 1000);

type Deeds = Omit<Step, 'as' | 'expect'>;
type Doing<Key extends keyof Deeds> = (
  what: NonNullable<Deeds[Key]>,
  stage: Stage,
  as: Who,
) => Promise<unknown>;

/** How each thing that a step may do is done, and told in the transcript. */
const DOING: { readonly [Key in keyof Deeds]-?: Doing<Key> } = {
  writes: async (text, stage, as) => {
    const ts = `${secondsOf(stage)}.000100`;
    stage.written.push(ts);
    stage.transcript.push(`${as}: ${text}`);
    const over = { user: PEOPLE[as], ts };
    if (firstOf(stage) === ts) await stage.bot.slack.mention(text, over);
    else await stage.bot.slack.say(text, { ...over, thread: firstOf(stage) });
  },
  presses: async (button, { bot, now, transcript }, as) => {
    transcript.push(`${as} presses ${button}`);
    await bot.slack.press(button, { user: PEOPLE[as], at: now });
  },
  chooses: async ({ list, option }, { bot, now, transcript }, as) => {
    transcript.push(`${as} chooses ${option} (${list})`);
    await bot.slack.choose(list, option, { user: PEOPLE[as], at: now });
  },
  fills: async (fields, { bot, transcript }, as) => {
    transcript.push(`${as} fills in: ${Object.values(fields).join(' / ')}`);
    await bot.slack.submit(fields, { user: PEOPLE[as] });
  },
  edits: async ({ message, to }, stage, as) => {
    const ts = stage.written[message - 1] ?? '';
    stage.transcript.push(`${as} changes message ${message}: ${to}`);
    const at = `${secondsOf(stage)}.000200`;
    await stage.bot.slack.edit(to, { user: PEOPLE[as], ts, at, ...inThread(stage, ts) });
  },
  deletes: async (message, stage, as) => {
    const ts = stage.written[message - 1] ?? '';
    stage.transcript.push(`${as} deletes message ${message}`);
    await stage.bot.slack.remove({ user: PEOPLE[as], ts, ...inThread(stage, ts) });
  },
  waits: async (hours, stage) => {
    stage.transcript.push(`(${hours} hours later)`);
    stage.now += hours * HOUR;
    await stage.bot.app.state.alarms.look();
  },
};

/** Does what a step says and waits until the app is quiet. */
export async function act({ as, expect: _, ...deeds }: Step, stage: Stage): Promise<void> {
  for (const [key, what] of Object.entries(deeds)) {
    const doing = DOING[key as keyof Deeds] as (what: unknown, stage: Stage, as: Who) => unknown;
    if (what !== undefined) await doing(what, stage, as);
  }
  await stage.bot.settled();
  stage.now += STEP_MS;
}
