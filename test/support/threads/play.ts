import { DEFAULT_SETTINGS } from '../../../src/pipeline/settings/person-settings.ts';
import type { CaseThread } from '../../../src/pipeline/thread/case-thread.ts';
import { AUTHOR, KEY } from '../builders.ts';
import { type Standing, textOf } from '../fake-slack.ts';
import { startApp } from '../start-app.ts';
import { act, firstOf, type Stage } from './act.ts';
import { gist } from './gist.ts';
import type { Script, Step } from './script.ts';

/** Everything that can be seen of a thread after a step. */
export interface Seen {
  readonly replies: readonly string[];
  readonly notes: string;
  /** The sentences to say in the newest reply. */
  readonly phrases: readonly string[];
  /** Sentences to say that stood in the thread before the step. */
  readonly before: ReadonlySet<string>;
  readonly kase: CaseThread | null;
}

/** A Tuesday morning. */
const START = Date.UTC(2026, 2, 3, 10);

const ours = ({ bot, written }: Stage): Standing[] =>
  [...bot.slack.messages.values()].filter(({ thread }) => thread === written[0]);

/** Sentences to say, as they stand in a message. */
const phrasesIn = (message: Standing | undefined) =>
  (message?.blocks ?? [])
    .filter(({ block_id: id }) => /^phrase-\d+$/.test(String(id)))
    .map((block) => /“([^”]+)”/.exec(textOf(block))?.[1] ?? '');

/** Puts into the transcript what is new of our messages, line by line. */
function listener(stage: Stage) {
  const heard = new Map<string, readonly string[]>();
  return (): void => {
    for (const message of ours(stage)) {
      const before = heard.get(message.ts);
      const lines = gist(message);
      heard.set(message.ts, lines);
      const fresh = lines.filter((line) => !before?.includes(line));
      if (fresh.length === 0) continue;
      stage.transcript.push(before ? 'Impasse, in place of what stood there:' : 'Impasse:');
      for (const line of fresh) stage.transcript.push(`    ${line}`);
    }
  };
}

async function seenOf(stage: Stage, before: ReadonlySet<string>): Promise<Seen> {
  const { bot } = stage;
  const standing = ours(stage);
  const notes = bot.slack.called('chat.postEphemeral').map(({ blocks }) => blocks);
  return {
    replies: standing.map(({ blocks }) => textOf(blocks)),
    notes: notes.join('\n'),
    phrases: phrasesIn(standing.at(-1)),
    before,
    kase: await bot.app.state.store.load({ ...KEY, thread: firstOf(stage) }),
  };
}

/**
 * Plays a script step by step through the real app; `check` sees the thread after each. The transcript
 * stands in the output of the test, whether it passes or not.
 */
export async function play(
  script: Script,
  check: (step: Step, seen: Seen, at: number) => void,
): Promise<void> {
  let now = () => START;
  const bot = await startApp({ now: () => now() });
  const stage: Stage = { bot, now: START, written: [], transcript: [] };
  now = () => stage.now;
  const listen = listener(stage);
  const said = new Set<string>();
  try {
    const settings = { ...DEFAULT_SETTINGS, ...script.settings };
    const { records } = bot.app.state;
    await records.change({ team: KEY.team, kind: 'settings', id: AUTHOR }, () => settings);
    for (const [at, step] of script.steps.entries()) {
      const before = new Set(said);
      await act(step, stage);
      listen();
      for (const phrase of ours(stage).flatMap(phrasesIn)) said.add(phrase);
      check(step, await seenOf(stage, before), at);
    }
  } finally {
    await bot.stop();
    const lines = stage.transcript.map((line) => `  ${line}`);
    process.stdout.write(`\n${[`${script.title}: ${script.shows}.`, ...lines].join('\n')}\n`);
  }
}
