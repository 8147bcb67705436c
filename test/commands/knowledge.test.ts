import { describe, expect, it } from 'vitest';
import { buildStages } from '../../src/build-stages.ts';
import type { CommandContext } from '../../src/commands/command.ts';
import { knowledgeCommand } from '../../src/commands/knowledge.ts';
import { knowledgeTable } from '../../src/commands/knowledge-table.ts';

const engine = buildStages();
const rows = knowledgeTable(engine);
const isSafety = (id: string) => engine.knowledge.label(id).family === 'safety';
const spoken = rows.filter(({ id, withheld }) => !isSafety(id) && withheld === null);
const first = rows.filter(({ id, withheld }) => !isSafety(id) && withheld !== null);

async function run(...flags: readonly string[]): Promise<readonly string[]> {
  const written: string[] = [];
  const context = {
    write: (line: string) => written.push(line),
    flags: new Map(flags.map((flag) => [flag, true as const])),
    engine: async () => engine,
  } as unknown as CommandContext;
  expect(await knowledgeCommand.run(context)).toBe(0);
  return written;
}

describe('the table of what is offered', () => {
  it('has a row for every taxonomy id, in order', () => {
    expect(rows.map(({ id }) => id)).toEqual(engine.knowledge.taxonomy.map(({ id }) => id));
  });

  it.each(spoken.map((row) => [row.id, row]))(
    '%s has a strategy with its reason, three phrases, rungs and cautions',
    (_, row) => {
      expect(row.strategy).not.toBe('');
      expect(row.why).toMatch(/^[A-Z].+\.$/);
      expect(row.phrases).toHaveLength(3);
      expect(new Set(row.phrases.map(({ intervention }) => intervention)).size).toBe(3);
      expect(row.rungs.length).toBeGreaterThanOrEqual(1);
      expect(row.contraindications.length).toBeGreaterThanOrEqual(1);
    },
  );

  it.each(rows.filter(({ id }) => isSafety(id)).map((row) => [row.id, row]))(
    '%s shows why words are withheld, and the response in their place',
    (_, row) => {
      expect(row.phrases).toEqual([]);
      expect(row.withheld).toMatch(/safety/);
      expect(row.responses.length).toBeGreaterThanOrEqual(1);
      expect(row.rungs.length).toBeGreaterThanOrEqual(1);
      expect(row.contraindications.length).toBeGreaterThanOrEqual(1);
    },
  );

  it('sends attraction and touch to a person first, and nothing else', () => {
    expect(first.map(({ id }) => id).sort()).toEqual(['th-attraction', 'trg-physical-contact']);
    for (const row of first) expect(row.withheld).toMatch(/supervisor/);
  });

  it('repeats no three phrases in more than three rows, and no single one either', () => {
    const uses = new Map<string, number>();
    const count = (key: string) => uses.set(key, (uses.get(key) ?? 0) + 1);
    for (const { phrases } of spoken) {
      count(phrases.map(({ text }) => text).join('|'));
      for (const { text } of phrases) count(text);
    }
    expect([...uses].filter(([, times]) => times > 3)).toEqual([]);
  });
});

describe('npm run knowledge', () => {
  it('says how much there is, and which versions', async () => {
    const lines = await run();
    expect(lines.join('\n')).toMatch(/\b90 {2}labels/);
    expect(lines.at(-1)).toMatch(/^rules [0-9a-f]{8}$/);
    const counts = JSON.parse((await run('json'))[0] ?? '{}');
    expect(counts).toMatchObject({ labels: 90, schools: 9, voices: 7, versions: {} });
  });

  it('prints the table for a person, and one object a row for a program', async () => {
    const read = (await run('table')).join('\n');
    expect(read).toContain('wd-denial\n  strategy:');
    expect(read).toContain('shown instead:');
    const printed = (await run('table', 'json')).map((line) => JSON.parse(line));
    expect(printed).toEqual(rows);
  });
});
