import type { CaseStore } from '../../src/pipeline/ports.ts';
import { turnId } from '../../src/slack/turn-id.ts';
import { turnOf } from '../../src/slack/views/turn-mark.ts';
import { BOT, type Message, TEAM, type Workspace } from './workspace.ts';

/** What became of the messages of people. */
export interface Verdict {
  /** Messages that are nowhere kept, or kept without an answer, not even to a later one. */
  readonly lost: number;
  /** Messages that still waited to be answered when the time was up. */
  readonly unfinished: number;
  /** Answers beyond the first for one message, and messages of the bot that answer none. */
  readonly duplicates: number;
  /** Answers that stand behind the answer to a later message. */
  readonly outOfOrder: number;
  readonly answers: number;
}

const keyOf = ({ channel, thread }: Message) => ({ team: TEAM, channel, thread });
const idOf = (message: Message) => turnId(keyOf(message), message.ts);
const isOurs = ({ user }: Message) => user === BOT.user;

/** Places of the bot's answers among the messages they answer, in the order they stand; -1 for none. */
function placesOf(messages: readonly Message[]) {
  const asked = messages.filter((message) => !isOurs(message)).map(idOf);
  const answers = messages.filter(isOurs);
  return { asked, places: answers.map(({ blocks }) => asked.indexOf(turnOf(blocks) ?? '')) };
}

/** How many messages of a thread are answered, counted from the first. */
export function answeredOf(messages: readonly Message[]): number {
  return Math.max(-1, ...placesOf(messages).places) + 1;
}

/** Ids of the turns that are kept of a thread, and of those that wait. */
async function keptOf(store: CaseStore, first: Message) {
  const kase = await store.load(keyOf(first));
  const waiting = await store.waiting(keyOf(first));
  return {
    kept: new Set(kase?.turns.map(({ id }) => id)),
    waiting: new Set(waiting.map(({ id }) => id)),
  };
}

/** Judges every thread by what stands in the workspace and in the store at the end. */
export async function judge(workspace: Workspace, store: CaseStore): Promise<Verdict> {
  let [lost, unfinished, duplicates, outOfOrder, answers] = [0, 0, 0, 0, 0];
  for (const messages of workspace.threads()) {
    const [first] = messages;
    if (first === undefined) continue;
    const { kept, waiting } = await keptOf(store, first);
    const { asked, places } = placesOf(messages);
    const answered = answeredOf(messages);
    const known = places.filter((place) => place >= 0);
    answers += places.length;
    const waits = asked.filter((id) => waiting.has(id));
    unfinished += waits.length;
    lost += asked.filter(
      (id, place) => !waiting.has(id) && (place >= answered || !kept.has(id)),
    ).length;
    duplicates += places.length - new Set(known).size;
    outOfOrder += known.filter((place, at) => at > 0 && place < (known[at - 1] ?? 0)).length;
  }
  return { lost, unfinished, duplicates, outOfOrder, answers };
}
