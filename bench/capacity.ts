import { parseArgs } from 'node:util';
import { type Costs, KEPT, MODEL, PEOPLE } from './capacity/assumptions.ts';
import { type Fleet, simulate } from './capacity/simulate.ts';
import { weekOf } from './capacity/week.ts';
import { createRandom } from './chaos/random.ts';

/** Clinicians, and the processes the table in ARCHITECTURE.md gives them. */
const TABLE: readonly (readonly [clinicians: number, fleet: Fleet])[] = [
  [10, { ingress: 1, workers: 1 }],
  [100, { ingress: 1, workers: 1 }],
  [1_000, { ingress: 1, workers: 1 }],
  [10_000, { ingress: 1, workers: 1 }],
  [100_000, { ingress: 2, workers: 4 }],
];
/** Milliseconds of one CPU, as measured with two cores shared by everything; Slack's share as its calls usually take. */
const COSTS: Costs = { ingressMs: 2, pressMs: 2, turnMs: 10, slackMs: 150 };
const LIMIT_MS = 1_000;
const WEEKS_IN_MONTH = 4.3;

function row(clinicians: number, fleet: Fleet, costs: Costs) {
  const arrivals = weekOf(clinicians, createRandom(clinicians));
  const week = simulate(arrivals, fleet, costs);
  const cases = clinicians * PEOPLE.casesAWeek * (KEPT.days / 7);
  const ops = Math.round(week.peakASecond * KEPT.opsForMessage);
  const { prefixTokens, ownTokens, answerTokens, dollars } = MODEL;
  const cost =
    (prefixTokens * dollars.cached + ownTokens * dollars.read + answerTokens * dollars.written) /
    1e6;
  return {
    ...{ clinicians, workspaces: Math.ceil(clinicians / PEOPLE.inWorkspace), ...fleet, ...week },
    redisMb: Math.ceil((cases * KEPT.caseBytes) / 1e6),
    redisOpsASecond: ops,
    modelTokensAMonth: Math.round(
      week.messages * WEEKS_IN_MONTH * (prefixTokens + ownTokens + answerTokens),
    ),
    modelDollarsAMonth: Math.ceil(week.messages * WEEKS_IN_MONTH * cost),
    met: week.ownP99 <= LIMIT_MS,
  };
}

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
const rows = TABLE.map(([clinicians, fleet]) => row(clinicians, fleet, COSTS));
if (values.json) console.log(JSON.stringify({ costs: COSTS, rows }));
else console.table(rows);
process.exitCode = rows.every(({ met }) => met) ? 0 : 1;
