import { accessSync, constants, existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { backupFile } from '../state/local/backup-file.ts';
import { type Command, UsageError } from './command.ts';

/** Where the copy goes. @throws UsageError for a place it cannot go to */
function targetOf(to: string | true | undefined): string {
  if (typeof to !== 'string') throw new UsageError('Say where to: --to names a new file.');
  if (existsSync(to))
    throw new UsageError('--to names a file that exists already; name a new one.');
  try {
    accessSync(dirname(resolve(to)), constants.W_OK | constants.X_OK);
  } catch {
    throw new UsageError('--to names a folder that does not exist or cannot be written.');
  }
  return to;
}

/** `backup`: copies the data file while the bot works. */
export const backupCommand: Command = {
  name: 'backup',
  usage: 'npm run -s backup -- --to FILE',
  flags: { to: 'string' },
  async run({ write, flags, dataFile }) {
    const to = targetOf(flags.get('to'));
    const from = dataFile();
    if (from === null) {
      throw new UsageError('REDIS_URL is set: back Redis up instead, as docs/operate.md says.');
    }
    await backupFile(from, to);
    write('The data file is copied. It opens with the same IMPASSE_KEYS; keep those elsewhere.');
    return 0;
  },
};
