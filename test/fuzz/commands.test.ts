import { Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildStages } from '../../src/build-stages.ts';
import { assess } from '../../src/commands/assess.ts';
import { auditCommand } from '../../src/commands/audit.ts';
import { backupCommand } from '../../src/commands/backup.ts';
import type { Command, CommandContext } from '../../src/commands/command.ts';
import { deid } from '../../src/commands/deid.ts';
import { forgetCommand } from '../../src/commands/forget.ts';
import { lint } from '../../src/commands/lint.ts';
import { newKey } from '../../src/state/new-key.ts';
import { openState } from '../../src/state/open-state.ts';
import { mutated } from './mutate.ts';

const engine = buildStages();
const keys = newKey(new Date(0));

async function run(command: Command, flags: Readonly<Record<string, string | true>>, input = '') {
  const written: string[] = [];
  const context: CommandContext = {
    ...{ env: {}, now: () => new Date(), retentionMs: () => 1000, dataFile: () => null },
    ...{ flags: new Map(Object.entries(flags)), complain: () => undefined },
    ...{ input: () => Readable.from([Buffer.from(input)]), engine: async () => engine },
    write: (line) => void written.push(line),
    ...{ model: async () => null, remover: async () => null },
    state: () => openState({ keys, works: false }),
  };
  return { status: await command.run(context), written };
}

const word = fc.oneof(
  fc.string(),
  fc.constantFrom('', 'T1', 'T1/C1/1.1', 'T1/C1', '//', '2026-01-31', '2026-13-45', '-1', '1e99'),
);
const CALLED = [
  ['forget', forgetCommand, ['thread', 'team', 'user']],
  ['audit', auditCommand, ['since']],
  ['backup', backupCommand, ['to']],
] as const;
const LINES = [
  ['deid', deid, 150],
  ['lint', lint, 150],
  ['assess', assess, 40],
] as const;
const seeds = [
  { id: 'a', text: 'She says fine.', turns: [{ user: 'U1', text: 'He was late.' }] },
  { id: 1, text: 'You always shut down.' },
];

describe('options of a command, whatever stands in them', () => {
  it.each(CALLED)('of %s are used, or refused by how it is called', async (_, command, names) => {
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.constantFrom(...names), word), async (flags) => {
        const ended = await run(command, flags).catch((error: Error) => error.name);
        expect([0, 1, 'UsageError']).toContain(typeof ended === 'string' ? ended : ended.status);
      }),
      { numRuns: 100 },
    );
  });
});

describe('lines of JSON, whatever stands in them', () => {
  const line = fc.oneof(
    fc.json(),
    mutated<unknown>(seeds).map((value) => JSON.stringify(value) ?? '1'),
  );

  it.each(LINES)(
    'are answered by %s one for one',
    async (_, command, numRuns) => {
      await fc.assert(
        fc.asyncProperty(fc.array(line, { maxLength: 4 }), async (lines) => {
          const { written, status } = await run(command, { json: true }, lines.join('\n'));
          const answers = written.map((text) => JSON.parse(text));
          expect(answers).toHaveLength(lines.length);
          expect(status).toBe(answers.some((answer) => 'error' in answer) ? 1 : 0);
        }),
        { numRuns },
      );
    },
    60_000,
  );
});
