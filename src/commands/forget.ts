import { type Forget, forget } from '../state/forget.ts';
import { type Command, type CommandContext, UsageError } from './command.ts';

/** Reads `--team T [--user U]` or `--thread T/C/TS`. @throws UsageError */
function target(flags: CommandContext['flags']): Forget {
  const thread = flags.get('thread');
  const team = flags.get('team');
  const user = flags.get('user');
  if (typeof thread === 'string') {
    const [install, channel, ts, ...rest] = thread.split('/');
    if (install && channel && ts && rest.length === 0) {
      return { thread: { team: install, channel, thread: ts } };
    }
    throw new UsageError('--thread takes TEAM/CHANNEL/TIMESTAMP.');
  }
  if (typeof team === 'string') return typeof user === 'string' ? { team, user } : { team };
  throw new UsageError('Say what to forget: --thread, --team with --user, or --team.');
}

/** `forget`: deletes what is kept of a thread, a person or a workspace. */
export const forgetCommand: Command = {
  name: 'forget',
  usage: 'npm run -s forget -- --thread TEAM/CHANNEL/TS | --team TEAM [--user USER]',
  flags: { thread: 'string', team: 'string', user: 'string' },
  async run({ write, flags, state: open, retentionMs, now }) {
    const what = target(flags);
    const state = await open();
    try {
      const options = { retentionMs: retentionMs(), now: () => now().getTime() };
      const { threads, stripped, replies } = await forget(state.store, what, options);
      write(`${threads} threads deleted, ${stripped} kept without that person’s part.`);
      if (replies.length > 0) {
        write(`${replies.length} messages of the bot may still stand in Slack; delete them there.`);
      }
      return 0;
    } finally {
      await state.close();
    }
  },
};
