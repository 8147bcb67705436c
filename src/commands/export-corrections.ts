import { createHash } from 'node:crypto';
import type { Engine } from '../build-stages.ts';
import type { CaseStore } from '../pipeline/ports.ts';
import { type LabelledCase, labelledCase } from '../pipeline/thread/correction/labelled-case.ts';
import type { Command } from './command.ts';

/** Every install of which anything was noted in the audit. */
async function installsOf(store: CaseStore): Promise<string[]> {
  const entries = await store.audit(0);
  return [...new Set(entries.map(({ team }) => team))].filter((team) => team !== 'forgotten');
}

/** Nothing of the case can be found by this. */
const opaque = (id: string) => createHash('sha256').update(id).digest('hex').slice(0, 12);

/** What may be used, de-identified once more; `left` counts what that refused. */
async function collect(store: CaseStore, { stages }: Engine) {
  const cases: LabelledCase[] = [];
  let left = 0;
  const teams = await installsOf(store);
  const keys = (await Promise.all(teams.map((team) => store.list(team)))).flat();
  for (const key of keys) {
    const kase = await store.load({ ...key });
    if (!kase?.correction?.mayTeach || kase.assessment === null) continue;
    const again = stages.deidentify(kase.assessment.text);
    const made = again.ok ? labelledCase(kase, again.text, opaque(kase.id)) : null;
    if (made === null) left += 1;
    else cases.push(made);
  }
  return { cases, left };
}

/** `export-corrections`: corrected readings whose clinicians agreed, as labelled data. */
export const exportCorrectionsCommand: Command = {
  name: 'export-corrections',
  usage: 'npm run -s export-corrections -- [--json]',
  flags: { json: 'boolean' },
  async run({ write, complain, flags, state: open, engine }) {
    const state = await open();
    try {
      const { cases, left } = await collect(state.store, await engine());
      if (flags.has('json')) for (const each of cases) write(JSON.stringify(each));
      else {
        for (const { direction, note, text } of cases) write(`${direction} (${note})\n${text}\n`);
        write(`Corrected readings that may be used: ${cases.length}.`);
      }
      if (left > 0) complain(`${left} were left out, because identifiers could not be ruled out.`);
      return 0;
    } finally {
      await state.close();
    }
  },
};
