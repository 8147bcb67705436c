import type { measureDeidSpeed } from '../deid-speed.ts';
import type { FirstReadings, Pace } from './first-reading.ts';
import type { IngressSpeed } from './ingress.ts';
import type { OpenCases } from './open-cases.ts';
import type { StartUp } from './start-up.ts';
import type { TurnSpeed } from './turns.ts';

/** Everything that was measured in one run. */
export interface Speed {
  readonly machine: { readonly cores: number; readonly cpu: string; readonly node: string };
  readonly startUp: StartUp;
  readonly turn: TurnSpeed;
  readonly ingress: IngressSpeed;
  readonly firstReadings: FirstReadings;
  readonly openCases: OpenCases;
  readonly deid: ReturnType<typeof measureDeidSpeed>;
  /** How long the run took. */
  readonly seconds: number;
}

/** A figure with its limit; `least` when more is better. */
type Row = readonly [what: string, value: number, unit: string, limit?: number, least?: 'least'];

const at = (paces: readonly Pace[], perSecond: number) =>
  paces.find((pace) => pace.perSecond === perSecond)?.p99 ?? Number.POSITIVE_INFINITY;

function rowsOf({ startUp, turn, ingress, firstReadings, openCases }: Speed): Row[] {
  const usual = turn.byLength['1200'];
  const { local, redis, plain } = firstReadings;
  const paces = [
    ...local.map((pace) => ['one process', pace] as const),
    ...redis.map((pace) => ['Redis', pace] as const),
  ];
  return [
    ['turn, 1,200 characters, p50', usual?.p50 ?? 0, 'ms', 5],
    ['turn, 1,200 characters, p99', usual?.p99 ?? 0, 'ms', 15],
    ...Object.entries(turn.byLength).map(
      ([length, { p50 }]): Row => [`turn, ${length} characters, p50`, p50, 'ms'],
    ),
    ['growth over length', turn.growthOverLength, '', 1.1],
    ['growth over turns of a thread', turn.growthOverTurns, ''],
    ['turns a second and core', turn.turnsPerSecond, ''],
    ['load and save with 100,000 open cases, p50', openCases.ms['100000'] ?? 0, 'ms'],
    ['growth over open cases', openCases.growth, ''],
    ['empty Bolt app, requests a second', ingress.empty.perSecond, ''],
    ['our ingress, requests a second', ingress.ours.perSecond, ''],
    ['our ingress as a share of it', ingress.share, '', 0.3, 'least'],
    ['acknowledged at 200 a second, p50', ingress.steady.p50, 'ms'],
    ['acknowledged at 200 a second, p99', ingress.steady.p99, 'ms', 50],
    ...paces.map(
      ([name, { perSecond, p50, p99, unanswered }]): Row => [
        `first reading, ${name}, ${perSecond} a second, p50 ${p50} ms, unanswered ${unanswered}, p99`,
        p99,
        'ms',
      ],
    ),
    ['first reading, Redis, 20 a second, p99', at(redis, 20), 'ms', 1_000],
    [`plain handler with a model of ${plain.modelMs} ms, 20 a second, p99`, plain.p99, 'ms'],
    ['ready after a cold start', startUp.coldMs, 'ms'],
    ['ready after a warm start', startUp.warmMs, 'ms', 1_500],
    ['idle memory', startUp.idleMb, 'MB', 180],
    ['more with 10,000 open cases', startUp.moreWithCasesMb, 'MB', 60],
  ];
}

function verdict(value: number, limit: number | undefined, least: 'least' | undefined): string {
  if (limit === undefined) return '';
  const met = least ? value >= limit : value <= limit;
  return `${met ? 'met' : 'MISSED'} (${least ? 'at least' : 'at most'} ${limit})`;
}

/** The figures as a table, each with its limit where there is one. */
export function reportOf(speed: Speed): string {
  const { machine, seconds } = speed;
  const rows = rowsOf(speed).map(([what, value, unit, limit, least]) =>
    `${what.padEnd(76)} ${String(value).padStart(9)} ${unit.padEnd(3)} ${verdict(value, limit, least)}`.trimEnd(),
  );
  const where = `${machine.cores} cores, ${machine.cpu}, Node ${machine.node}; measured in ${seconds} s`;
  return [...rows, where].join('\n');
}
