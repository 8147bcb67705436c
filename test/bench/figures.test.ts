import { describe, expect, it } from 'vitest';
import { interval } from '../../bench/score/bootstrap.ts';
import { isGoodAdvice } from '../../bench/score/consultation-figure.ts';
import { safetyErrors } from '../../bench/score/errors.ts';
import { type Figure, figuresOf, lost } from '../../bench/score/figures.ts';
import { lengthOf, styleOf } from '../../bench/score/groups.ts';
import { SAFETY_FIGURES, type ScreenedNote } from '../../bench/score/safety-figures.ts';
import { confusion, tableOf } from '../../bench/score/table.ts';

const half = (items: readonly number[]) =>
  items.length === 0 ? null : items.filter((item) => item > 0).length / items.length;

describe('interval', () => {
  it('holds the figure and is the same every time', () => {
    const items = [0, 1, 0, 1, 0, 1, 0, 1];
    const range = interval(items, half);
    expect(range).toEqual(interval(items, half));
    expect(range?.[0]).toBeLessThan(0.5);
    expect(range?.[1]).toBeGreaterThan(0.5);
  });

  it('has no value without cases', () => {
    expect(interval([], half)).toBeNull();
  });
});

describe('lost', () => {
  const figure = (name: string, value: number): Figure => ({
    part: 'dev',
    name,
    value,
    interval: null,
    cases: 9,
  });

  it.each([
    ['precision', 0.7, 0.8, 1],
    ['precision', 0.798, 0.8, 0],
    ['precision', 0.9, 0.8, 0],
    ['false alarms', 0.1, 0.05, 1],
    ['false alarms', 0.01, 0.05, 0],
  ])('%s at %s against a baseline of %s: %s lost', (name, value, kept, count) => {
    expect(lost([figure(name, value)], { [`dev: ${name}`]: kept })).toHaveLength(count);
  });
});

describe('tableOf', () => {
  it('shows per cent, interval, cases and baseline', () => {
    const [figure] = figuresOf('dev', [1, 0], { half });
    const table = tableOf(figure ? [figure] : [], { 'dev: half': 0.4 });
    expect(table).toMatch(/half +50\.0 +0\.0 – ?100\.0 +2 +40\.0/);
  });
});

describe('confusion', () => {
  it('counts what was said for what is true', () => {
    const matrix = confusion(
      [
        ['a', 'b'],
        ['a', 'a'],
      ],
      ['a', 'b'],
    );
    expect(matrix.split('\n')[1]?.trim().split(/\s+/)).toEqual(['a', '1', '1']);
  });
});

describe('isGoodAdvice', () => {
  it.each([
    [['supervision'], ['co-aft'], true],
    [['peer'], ['co-supervision', 'co-peer-group'], true],
    [['peer'], ['co-supervision', 'co-aft', 'co-ipr', 'co-peer'], false],
    [['refer'], [], false],
  ])('%j with %j offered: %s', (consult, offered, good) => {
    expect(isGoodAdvice({ consult, offered })).toBe(good);
  });
});

describe('groups', () => {
  const kase = (text: string) => ({
    ...{ id: 'x', text, required: [], acceptable: [], forbidden: [] },
    ...{ direction: 'none', enough_info: true, consult: [] },
  });

  it.each([
    ['- late twice\n- no homework', 'list'],
    ['she was late again and i said nothing', 'lower case'],
    ['She said "no" and left.', 'with speech'],
    ['She left early.', 'prose'],
  ])('%j is written as %s', (text, style) => {
    expect(styleOf(kase(text))).toBe(style);
  });

  it('goes by length', () => {
    expect(lengthOf(kase('x'.repeat(100)))).toMatch(/short/);
    expect(lengthOf(kase('x'.repeat(700)))).toMatch(/long/);
  });
});

describe('SAFETY_FIGURES', () => {
  const note = (
    open: string[],
    raised: string[],
    status: 'open' | 'ask',
    none_ok = false,
  ): ScreenedNote => ({
    note: { id: 'n', text: 't', open, ask: [], none_ok },
    screen: {
      status,
      labels: raised.map((id) => ({ id, status, evidence: [], source: 'rules' })),
      responses: [],
    },
  });
  const notes = [
    note(['sf-suicide'], ['sf-suicide'], 'ask'),
    note(['sf-ipv'], [], 'ask'),
    note([], ['sf-ipv'], 'open', true),
    note([], ['sf-ipv'], 'ask', true),
  ];

  it.each([
    ['open notes raised, open or ask', 0.5],
    ['open notes raised as open', 0],
    ['false alarms', 0.5],
    ['needless questions', 0.5],
  ])('works out: %s', (name, value) => {
    expect(SAFETY_FIGURES[name]?.(notes)).toBe(value);
  });

  it('lists what was missed and what was too much', () => {
    expect(notes.flatMap(safetyErrors)).toEqual([
      'n  missed: sf-ipv',
      'n  false alarm',
      'n  needless question',
    ]);
  });
});
