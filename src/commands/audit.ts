import { exportAudit } from '../state/audit.ts';
import { type Command, UsageError } from './command.ts';

/** `audit`: who did what when, as JSON Lines of ids and codes. */
export const auditCommand: Command = {
  name: 'audit',
  usage: 'npm run -s audit -- [--since 2026-01-31]',
  flags: { since: 'string' },
  async run({ write, flags, state: open }) {
    const since = flags.get('since');
    const from = typeof since === 'string' ? Date.parse(since) : 0;
    if (Number.isNaN(from)) throw new UsageError('--since takes a date such as 2026-01-31.');
    const state = await open();
    try {
      await exportAudit(state.store, from, (line) => write(line.trimEnd()));
      return 0;
    } finally {
      await state.close();
    }
  },
};
