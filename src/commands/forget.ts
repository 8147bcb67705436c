import { type Forget, type Forgotten, forget } from '../state/forget.ts';
import { rehearsalReplies } from '../state/rehearsal-places.ts';
import { type Command, type CommandContext, type Remover, UsageError } from './command.ts';

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

/** Deletes the bot's messages in Slack as far as it may; says what is left to do by hand. */
async function removeInSlack(
  replies: Forgotten['replies'],
  remove: Remover | null,
  write: CommandContext['write'],
): Promise<0 | 1> {
  if (replies.length === 0) return 0;
  if (remove === null) {
    write(
      'SLACK_BOT_TOKEN is not set, so the bot’s messages still stand in Slack; delete them there:',
    );
    for (const { key } of replies) write(`  ${key.team}/${key.channel}/${key.thread}`);
    return 0;
  }
  const left = await remove(replies).catch(() => null);
  if (left === 0) write('The bot’s messages in Slack are deleted too.');
  else if (left !== null)
    write(`${left} messages of the bot still stand in Slack; delete them there.`);
  else write('Slack could not be asked, so the bot’s messages may still stand; delete them there.');
  return left === 0 ? 0 : 1;
}

/** `forget`: deletes what is kept of a thread, a person or a workspace, here and in Slack. */
export const forgetCommand: Command = {
  name: 'forget',
  usage: 'npm run -s forget -- --thread TEAM/CHANNEL/TS | --team TEAM [--user USER]',
  flags: { thread: 'string', team: 'string', user: 'string' },
  async run(context) {
    const { write, flags, state: open, retentionMs, now } = context;
    const what = target(flags);
    const state = await open();
    try {
      const options = { retentionMs: retentionMs(), now: () => now().getTime() };
      // Before the install goes, since its token goes with it.
      const team = 'thread' in what ? what.thread.team : what.team;
      const remove = await context.remover(state, team);
      const practised = await rehearsalReplies(state.records, what);
      const { threads, stripped, replies } = await forget(state.store, what, options);
      write(`${threads} threads deleted, ${stripped} kept without that person’s part.`);
      return await removeInSlack([...replies, ...practised], remove, write);
    } finally {
      await state.close();
    }
  },
};
