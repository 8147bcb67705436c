import { newKey } from '../state/new-key.ts';
import type { Command } from './command.ts';

/** `new-key`: prints a fresh key for IMPASSE_KEYS. */
export const newKeyCommand: Command = {
  name: 'new-key',
  usage: 'npm run -s new-key',
  flags: {},
  async run({ write, now }) {
    write(newKey(now()));
    return 0;
  },
};
