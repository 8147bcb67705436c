import type { Command } from './command.ts';

/** `rotate-keys`: encrypts everything again with the first key of IMPASSE_KEYS, online. */
export const rotateKeysCommand: Command = {
  name: 'rotate-keys',
  usage: 'npm run -s rotate-keys',
  flags: {},
  async run({ write, state: open }) {
    const state = await open();
    try {
      const { turned, left } = await state.rotate();
      write(`${turned} records encrypted again with the first key, ${left} left.`);
      write(left === 0 ? 'Older keys can go now.' : 'Keep the older keys and run this again.');
      return left === 0 ? 0 : 1;
    } finally {
      await state.close();
    }
  },
};
