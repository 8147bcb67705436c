import { backupFile } from '../state/local/backup-file.ts';
import { type Command, UsageError } from './command.ts';

/** `backup`: copies the data file while the bot works. */
export const backupCommand: Command = {
  name: 'backup',
  usage: 'npm run -s backup -- --to FILE',
  flags: { to: 'string' },
  async run({ write, flags, dataFile }) {
    const to = flags.get('to');
    if (typeof to !== 'string') throw new UsageError('Say where to: --to names a new file.');
    const from = dataFile();
    if (from === null) {
      throw new UsageError('REDIS_URL is set: back Redis up instead, as docs/operate.md says.');
    }
    await backupFile(from, to);
    write('The data file is copied. It opens with the same IMPASSE_KEYS; keep those elsewhere.');
    return 0;
  },
};
