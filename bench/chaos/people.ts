import { setTimeout as sleep } from 'node:timers/promises';
import type { createDeliverer } from './events.ts';
import type { Random } from './random.ts';
import { textOf } from './texts.ts';
import { answeredOf } from './verdict.ts';
import { BOT, CHANNELS, type Message, PEOPLE, type Workspace } from './workspace.ts';

/** What people do in one run. */
export interface Talk {
  readonly workspace: Workspace;
  readonly deliverer: ReturnType<typeof createDeliverer>;
  readonly random: Random;
  readonly turns: number;
  /** Fires when the run must come to an end. */
  readonly over: AbortSignal;
}

const AT_ONCE = 24;
const MOST_IN_THREAD = 6;
const LOOK_MS = 40;
/** A person writes on after this time although no answer has come. */
const PATIENCE_MS = 45_000;
const STILL_MS = 60_000;

/** Shares the turns out among threads of one to six messages. */
function lengthsOf(turns: number, random: Random): number[] {
  const lengths: number[] = [];
  for (let left = turns; left > 0; ) {
    const length = Math.min(left, random.between(1, MOST_IN_THREAD));
    lengths.push(length);
    left -= length;
  }
  return lengths;
}

/** One person telling one case: mostly waiting for the answer, now and then writing on at once. */
async function tell(length: number, talk: Talk): Promise<void> {
  const { workspace, deliverer, random, over } = talk;
  const channel = random.pick(CHANNELS);
  const user = random.pick(PEOPLE);
  let thread: string | undefined;
  for (let place = 0; place < length && !over.aborted; place += 1) {
    const mention = place === 0 || random.chance(0.2) ? `<@${BOT.user}> ` : '';
    const text = `${mention}${textOf(random, place === 0)}`;
    const common = { channel, user, text, blocks: [] };
    const message: Message = workspace.post(thread === undefined ? common : { ...common, thread });
    thread = message.thread;
    deliverer.send(message);
    const writesOn = place > 0 && random.chance(0.3);
    await (writesOn ? sleep(random.between(5, 120)) : answered(message, place + 1, talk));
  }
}

async function answered({ channel, thread }: Message, count: number, { workspace, over }: Talk) {
  const until = Date.now() + PATIENCE_MS;
  while (Date.now() < until && !over.aborted) {
    if (answeredOf(workspace.thread(channel, thread)) >= count) return;
    await sleep(LOOK_MS);
  }
}

/** Lets people write until every turn is told; waits for `told`, which hears the share of threads begun. */
export async function letPeopleWrite(
  talk: Talk,
  told: (share: number) => Promise<void>,
): Promise<void> {
  const lengths = lengthsOf(talk.turns, talk.random);
  let next = 0;
  const person = async () => {
    while (next < lengths.length && !talk.over.aborted) {
      const length = lengths[next] ?? 0;
      next += 1;
      await told(next / lengths.length);
      await tell(length, talk);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, person));
}

/** Resolves when every message is answered, nothing has been answered for a minute, or time is up. */
export async function allAnswered({ workspace, over }: Talk): Promise<void> {
  let before = -1;
  let since = Date.now();
  while (!over.aborted) {
    const open = openIn(workspace);
    if (open === 0 || Date.now() - since > STILL_MS) return;
    if (open !== before) since = Date.now();
    before = open;
    await sleep(100);
  }
}

/** How many messages have no answer yet. */
function openIn(workspace: Workspace): number {
  const open = [...workspace.threads()].map((messages) => {
    const asked = messages.filter(({ user }) => user !== BOT.user).length;
    return asked - answeredOf(messages);
  });
  return open.reduce((sum, some) => sum + some, 0);
}
