import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { buildStages } from '../../src/build-stages.ts';
import { exportCorrectionsCommand } from '../../src/commands/export-corrections.ts';
import type { CaseThread } from '../../src/pipeline/thread/case-thread.ts';
import { openState, type State } from '../../src/state/open-state.ts';
import { caseThread } from '../state/examples.ts';
import { DAY, keyLine } from '../state/homes.ts';
import { KEY, safe } from '../support/builders.ts';

const engine = buildStages();
const CORRECTED = { direction: 'confrontation', before: 'withdrawal', at: 1 } as const;

let state: State;
let said: string[];
let complained: string[];
let count: number;
beforeEach(async () => {
  state = await openState({ keys: keyLine('test') });
  said = [];
  complained = [];
  count = 0;
});

async function keep(over: Partial<CaseThread>, text?: string) {
  count += 1;
  const key = { ...KEY, thread: `${1_700_000_000 + count}.000100` };
  const kase = caseThread(key, over);
  const { assessment } = kase;
  const told = text && assessment ? { ...assessment, text: safe(text) } : assessment;
  await state.store.commit({ ...key }, { ...kase, assessment: told }, [], DAY);
  await state.store.record({ at: 1, team: KEY.team, who: 'U1', what: 'turn.read', about: 'x' });
}
async function run(flags: Record<string, true> = { json: true }) {
  await exportCorrectionsCommand.run({
    write: (line: string) => void said.push(line),
    complain: (line: string) => void complained.push(line),
    flags: new Map(Object.entries(flags)),
    state: async () => state,
    engine: async () => engine,
  } as unknown as Parameters<typeof exportCorrectionsCommand.run>[0]);
  return said.map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('export-corrections', () => {
  it('writes what clinicians agreed to, in the shape of the labelled data', async () => {
    const correction = { ...CORRECTED, mayTeach: true };
    await keep({ correction, tapped: ['cf-complaint-therapist'], refused: ['wd-denial'] });
    const [line, ...more] = await run();
    expect(more).toEqual([]);
    expect(line).toMatchObject({
      ...{ direction: 'confrontation', required: ['cf-complaint-therapist'] },
      ...{ forbidden: ['wd-denial'], note: 'corrected by its clinician; read as withdrawal' },
    });
    const [shape] = readFileSync('bench/cases/dev/cases.jsonl', 'utf8').split('\n');
    expect(Object.keys(line ?? {}).sort()).toEqual(Object.keys(JSON.parse(shape ?? '{}')).sort());
  });

  it.each([
    ['nobody corrected it', null],
    ['its clinician did not agree', { ...CORRECTED, mayTeach: false }],
  ])('leaves a case alone when %s', async (_what, correction) => {
    await keep({ correction });
    expect(await run()).toEqual([]);
  });

  it('takes identifiers out once more, and names no case, thread or person', async () => {
    await keep({ correction: { ...CORRECTED, mayTeach: true } }, 'Danielle Foster went quiet.');
    const [line] = await run();
    expect(line?.text).toContain('went quiet');
    expect(said.join()).not.toMatch(/Danielle|Foster|case-|U0ANNA|T01TEST|C01TEAM/);
  });

  it('says in words how many there are', async () => {
    await keep({ correction: { ...CORRECTED, mayTeach: true } });
    await exportCorrectionsCommand.run({
      write: (line: string) => void said.push(line),
      complain: (line: string) => void complained.push(line),
      flags: new Map(),
      state: async () => state,
      engine: async () => engine,
    } as unknown as Parameters<typeof exportCorrectionsCommand.run>[0]);
    expect(said.at(-1)).toBe('Corrected readings that may be used: 1.');
  });
});
