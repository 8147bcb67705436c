import { openState } from '../../../src/state/open-state.ts';
import { caseThread } from '../examples.ts';
import { DAY } from '../homes.ts';

/** A worker in a process of its own: says on stdout what it begins and ends and when, holding each turn a while. */
const [redisUrl = '', keys = '', holdMs = '0'] = process.argv.slice(2);
const say = (word: string, thread: string, ids: readonly string[]) =>
  process.stdout.write(
    `${word} ${thread} ${ids.join(',')} ${performance.timeOrigin + performance.now()}\n`,
  );
const state = await openState({ redisUrl, keys });

state.queue.work(
  async (key) => {
    const ids = (await state.store.waiting(key)).map(({ id }) => id);
    if (ids.length === 0) return;
    const kase = (await state.store.load(key)) ?? caseThread(key);
    say('begin', key.thread, ids);
    await new Promise((resolve) => setTimeout(resolve, Number(holdMs)));
    await state.store.commit(key, kase, ids, DAY);
    say('end', key.thread, ids);
  },
  async () => {},
);
say('ready', '-', ['-']);
process.on('SIGTERM', () => {
  state.close(5000).then(
    () => process.exit(0),
    () => process.exit(1),
  );
});
