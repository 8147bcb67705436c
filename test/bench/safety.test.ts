import { describe, expect, it } from 'vitest';
import { safetyTable, scoreSafety } from '../../bench/safety.ts';
import type { LabelStatus, SafetyScreen } from '../../src/pipeline/outcome.ts';

const answers: Record<string, [string, LabelStatus][]> = {
  told: [['sf-suicide', 'open']],
  asked: [['sf-suicide', 'ask']],
  wrong: [['sf-acute', 'ask']],
  past: [['sf-suicide', 'history']],
  alarm: [['sf-acute', 'open']],
  quiet: [],
};
const screen = (text: string): SafetyScreen => ({
  status: 'clear',
  labels: (answers[text] ?? []).map(([id, status]) => ({
    id,
    status,
    evidence: [],
    source: 'rules',
  })),
  responses: [],
});
const note = (text: string, open: string[], ask: string[] = []) => ({ id: text, text, open, ask });

describe('scoreSafety', () => {
  const score = scoreSafety(
    [
      note('told', ['sf-suicide']),
      note('asked', ['sf-suicide']),
      note('wrong', ['sf-suicide']),
      note('past', ['sf-suicide']),
      note('alarm', []),
      note('asked', []),
      note('asked', [], ['sf-suicide']),
      note('quiet', []),
    ],
    screen,
  );

  it('counts open and asked as raised, and open apart', () => {
    expect(score.raised).toEqual({ hits: 2, of: 4, share: 0.5 });
    expect(score.openOnly.hits).toBe(1);
    expect(score.noticed.hits).toBe(3);
    expect(score.byId['sf-suicide']?.of).toBe(4);
  });

  it('counts alarms on notes without an open matter and questions on notes that need none', () => {
    expect(score.falseAlarms).toEqual({ hits: 1, of: 4, share: 0.25 });
    expect(score.needless).toEqual({ hits: 1, of: 3, share: 1 / 3 });
  });

  it('lists every error', () => {
    expect(score.errors.map(({ kind, note: name }) => `${kind} ${name}`)).toEqual([
      'missed wrong',
      'missed past',
      'false-alarm alarm',
      'needless-question asked',
    ]);
    expect(safetyTable(score)).toContain('(2 of 4)');
  });

  it('gives shares of nothing as nought', () => {
    expect(scoreSafety([], screen).raised).toEqual({ hits: 0, of: 0, share: 0 });
  });
});
