import { createPullsOf, directionOf, type Pulls } from '../pipeline/classify/direction.ts';
import type { ReaderModel, ReaderTuning } from '../pipeline/classify/reader-model.ts';
import { createScoreLabels } from '../pipeline/classify/score-labels.ts';
import type { WriteUp } from './snippets.ts';

const FAMILIES = ['wd', 'cf', 'mx', 'imp', 'pat', 'cau', 'trg', 'th'];
const NO_TUNING: ReaderTuning = {
  slope: 1,
  offset: 0,
  assertFrom: {},
  offerFrom: 0,
  direction: { seen: 1, against: 1, balance: 1, both: 1 },
};

/** One label of one write-up: its score, and whether it was right, wrong, or neither. */
interface Call {
  readonly kase: WriteUp;
  readonly id: string;
  readonly score: number;
  readonly right: boolean | null;
}

const PRECISION = 0.9;
const PASSES = 4000;
/** Share of real cases that may look like none, so that everyday posts are left alone. */
const UNOFFERED = 0.03;

/** Slope and offset by gradient descent on the log loss of right and wrong calls. */
function calibrate(calls: readonly Call[]): { slope: number; offset: number } {
  const known = calls.filter(({ right }) => right !== null);
  let slope = 1;
  let offset = 0;
  for (let pass = 0; pass < PASSES; pass++) {
    let bySlope = 0;
    let byOffset = 0;
    for (const { score, right } of known) {
      const error = 1 / (1 + Math.exp(-(slope * score + offset))) - Number(right);
      bySlope += error * score;
      byOffset += error;
    }
    slope -= (0.05 * bySlope) / known.length;
    offset -= (0.2 * byOffset) / known.length;
  }
  return { slope, offset };
}

/** Lowest score from which enough of the calls are right. */
function lowestRight(calls: readonly Call[]): number {
  const sorted = calls.filter(({ right }) => right !== null).sort((a, b) => b.score - a.score);
  let right = 0;
  let best = 0;
  sorted.forEach((call, at) => {
    right += Number(call.right);
    if (right / (at + 1) >= PRECISION) best = call.score;
  });
  return best;
}

const DIRECTIONS = ['withdrawal', 'confrontation', 'mixed', 'none'];

function macroF1(pairs: readonly (readonly [string, string])[]): number {
  const each = DIRECTIONS.map((name) => {
    const hit = pairs.filter(([is, said]) => is === name && said === name).length;
    const all = pairs.filter(([is]) => is === name).length;
    const said = pairs.filter(([, found]) => found === name).length;
    return all + said === 0 ? 0 : (2 * hit) / (all + said);
  });
  return each.reduce((a, b) => a + b) / each.length;
}

const SEEN = [0.1, 0.12, 0.15, 0.18, 0.2, 0.22, 0.25, 0.3, 0.35, 0.4];
const AGAINST = [0.6, 0.8, 1, 1.25];
const BALANCE = [0.4, 0.5, 0.6, 0.7, 0.8, 0.9];
const BOTH = [0.08, 0.12, 0.2, 0.3, 0.5];

/** Every combination of the values tried for the direction. */
const GRID: readonly ReaderTuning['direction'][] = SEEN.flatMap((seen) =>
  AGAINST.flatMap((against) =>
    BALANCE.flatMap((balance) => BOTH.map((both) => ({ seen, against, balance, both }))),
  ),
);

/** Direction of one write-up as labelled, and what a model's windows speak for. */
interface Turned {
  readonly is: string;
  readonly pulls: Pulls;
}

const f1Of = (cases: readonly Turned[], from: ReaderTuning['direction']) =>
  macroF1(cases.map(({ is, pulls }) => [is, directionOf(pulls, from)] as const));

/** Limits that do best on average over the models that read the write-ups. */
function tuneDirection(readings: readonly (readonly Turned[])[]): ReaderTuning['direction'] {
  let best = NO_TUNING.direction;
  let bestF1 = -1;
  for (const from of GRID) {
    const f1 = readings.reduce((sum, cases) => sum + f1Of(cases, from), 0);
    if (f1 > bestF1 + 1e-9) {
      best = from;
      bestF1 = f1;
    }
  }
  return best;
}

const isRight = (kase: WriteUp, id: string) => {
  if (kase.required.includes(id)) return true;
  return kase.acceptable.includes(id) ? null : false;
};

/** Weights and concept lists before anything is tuned. */
export type Untuned = Omit<ReaderModel, 'tuning' | 'version'>;

function readAll(model: Untuned, cases: readonly WriteUp[]) {
  const scoreLabels = createScoreLabels(model);
  return cases.map((kase) => ({ kase, ...scoreLabels(kase.text) }));
}

function turned(model: Untuned, cases: readonly WriteUp[]): Turned[] {
  const pullsOf = createPullsOf(model.linear.labels);
  return readAll(model, cases).map(({ kase, windows }) => ({
    is: kase.direction,
    pulls: pullsOf(windows),
  }));
}

/** A fitted model and write-ups that it was not fitted on. */
export interface Trial {
  readonly model: Untuned;
  readonly cases: readonly WriteUp[];
}

/**
 * Chooses calibration and thresholds on write-ups: confidence by `apart`, which was fitted without the
 * snippets most like them, direction by `apart` and by the model that ships.
 */
export function tuneReader(
  apart: Untuned,
  cases: readonly WriteUp[],
  shipped: Trial,
): ReaderTuning {
  const read = readAll(apart, cases);
  const calls = read.flatMap(({ kase, labels }) =>
    labels.map(({ id, score }): Call => ({ kase, id, score, right: isRight(kase, id) })),
  );
  const { slope, offset } = calibrate(calls);
  const confidence = (score: number) => 1 / (1 + Math.exp(-(slope * score + offset)));
  const from = confidence(lowestRight(calls));
  const told = read.filter(({ kase }) => kase.required.length > 0);
  const tops = told.map(({ labels }) => confidence(labels[0]?.score ?? 0)).sort((a, b) => a - b);
  return {
    slope,
    offset,
    assertFrom: Object.fromEntries(FAMILIES.map((family) => [family, from])),
    offerFrom: tops[Math.floor(UNOFFERED * tops.length)] ?? 0,
    direction: tuneDirection([turned(apart, cases), turned(shipped.model, shipped.cases)]),
  };
}
