import { describe, expect, it } from 'vitest';
import type { LabelledCase } from '../../bench/score/labelled.ts';
import {
  afterTap,
  countsOf,
  directionAfterTap,
  firstEight,
  READING_FIGURES,
  type ReadCase,
} from '../../bench/score/reading-figures.ts';
import { safe } from '../support/builders.ts';

const KASE: LabelledCase = {
  id: 'x1',
  text: 'He shrugs.',
  required: ['wd-minimal-response', 'sf-suicide'],
  acceptable: ['wd-denial'],
  forbidden: ['cf-defends-self'],
  direction: 'withdrawal',
  enough_info: true,
  consult: [],
};

const read = (
  labels: string[],
  candidates: string[],
  over: Partial<LabelledCase> = {},
): ReadCase => ({
  kase: { ...KASE, ...over },
  text: KASE.text,
  reading: {
    direction: 'none',
    enoughInfo: true,
    labels: labels.map((id) => ({
      ...{ id, confidence: 0.8, whose: 'patient', evidence: [safe('He shrugs.')] },
      ...{ source: 'rules', contested: false },
    })),
    candidates: candidates.map((id) => ({ id, confidence: 0.2, evidence: [safe('shrugs')] })),
  },
});

describe('countsOf', () => {
  it.each([
    ['a required label is right', ['wd-minimal-response'], { tp: 1, fp: 0, fn: 0 }],
    ['an acceptable label counts neither way', ['wd-denial'], { tp: 0, fp: 0, fn: 1 }],
    ['any other label is wrong', ['wd-topic-shift'], { tp: 0, fp: 1, fn: 1 }],
    ['safety is left to its own score', ['sf-violence-others'], { tp: 0, fp: 0, fn: 1 }],
  ])('%s', (_, found, counts) => {
    expect(countsOf(KASE, found)).toEqual(counts);
  });
});

describe('firstEight', () => {
  it('counts what is asserted among the eight', () => {
    const ids = Array.from({ length: 8 }, (_, at) => `cau-${at}`);
    expect(firstEight(read(['wd-denial'], ids))).toEqual(['wd-denial', ...ids.slice(0, 7)]);
  });
});

describe('afterTap', () => {
  it('adds the required labels among those offered and nothing else', () => {
    const own = read(['th-anger'], ['wd-minimal-response', 'cf-defends-self']);
    expect(afterTap(own)).toEqual(['th-anger', 'wd-minimal-response']);
    expect(directionAfterTap(own)).toBe('withdrawal');
  });

  it('leaves the direction alone when nothing was tapped', () => {
    expect(directionAfterTap(read([], ['cf-defends-self']))).toBe('none');
  });
});

describe('READING_FIGURES', () => {
  const value = (name: string, cases: readonly ReadCase[]) => READING_FIGURES[name]?.(cases);

  it.each([
    ['asserted labels, precision', [read(['wd-minimal-response', 'th-anger'], [])], 0.5],
    ['required labels within eight', [read([], ['wd-minimal-response'])], 1],
    ['cases with a forbidden label', [read(['cf-defends-self'], []), read([], [])], 0.5],
    [
      'everyday posts, nothing asserted',
      [
        read([], [], { required: [], direction: 'none' }),
        read(['th-anger'], [], { required: [], direction: 'none' }),
      ],
      0.5,
    ],
    ['evidence is verbatim', [{ ...read(['th-anger'], []), text: 'Other words.' }], 0],
    ['enough-information accuracy', [read([], [], { enough_info: false }), read([], [])], 0.5],
  ])('works out: %s', (name, cases, expected) => {
    expect(value(name, cases)).toBe(expected);
  });
});
