import { buildStages } from '../../src/build-stages.ts';
import { plainly } from '../../src/pipeline/circumstances.ts';
import { consult } from '../../src/pipeline/consult.ts';
import type { Turn } from '../../src/pipeline/message.ts';
import { receive } from '../../src/pipeline/receive.ts';
import type { Stages } from '../../src/pipeline/stages.ts';
import type { CaseThread } from '../../src/pipeline/thread/case-thread.ts';
import { openCase } from '../../src/pipeline/thread/open-case.ts';
import { reply } from '../../src/slack/views/reply.ts';
import { growthOf, rounded, type Spread, spreadOf } from './percentile.ts';
import { devWriteUps, textOfLength } from './write-ups.ts';

const KEY = { team: 'T0BENCH', channel: 'C0BENCH', thread: '1.1' };
/** Characters of a case, and how often each is measured; the longest is what Slack lets a person post. */
const LENGTHS = [
  [300, 400],
  [1_200, 400],
  [12_000, 20],
  [40_000, 8],
] as const;
const TURNS = [1, 2, 5, 10, 20, 40];
const TIMED = ['screen', 'readable', 'deidentify', 'read', 'missingInfo', 'suggest'] as const;

type Timed = (typeof TIMED)[number];

/** What a deterministic turn costs, in milliseconds on one core. */
export interface TurnSpeed {
  readonly byLength: Readonly<Record<string, Spread>>;
  readonly stages: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly turnsPerSecond: number;
  readonly growthOverLength: number;
  readonly byTurn: Readonly<Record<string, number>>;
  readonly growthOverTurns: number;
}

/** The stages with a clock around each; `spent` is added up until it is cleared. */
function timedStages(stages: Stages) {
  const spent = new Map<Timed, number>();
  const timed = { ...stages } as Record<Timed, (...given: never[]) => unknown>;
  for (const name of TIMED) {
    const stage = stages[name] as (...given: never[]) => unknown;
    timed[name] = (...given) => {
      const began = performance.now();
      const result = stage(...given);
      spent.set(name, (spent.get(name) ?? 0) + performance.now() - began);
      return result;
    };
  }
  return { stages: timed as unknown as Stages, spent };
}

function turnOf(stages: Stages, raw: string, nth: number): Turn {
  const arrival = { id: `t${nth}`, author: 'U0BENCH', ts: `${nth}.1`, at: nth };
  const received = receive(stages, { ...arrival, raw, context: {} });
  if (received.kind !== 'turn') throw new Error('The text of the measurement was refused.');
  return received.turn;
}

/** Door to blocks: everything a turn of a case takes on one core, without network and storage. */
function runTurn(engine: ReturnType<typeof buildStages>, stages: Stages, raw: string, nth: number) {
  const turn = turnOf(stages, raw, nth);
  const before = openCase(KEY, 'bench', turn);
  const { kase, outcome } = consult(stages, before, [turn], plainly(new Date(0)));
  reply(outcome, kase, { say: stages.say, knowledge: engine.knowledge });
  return kase;
}

function byLength(engine: ReturnType<typeof buildStages>, writeUps: readonly string[]) {
  const { stages, spent } = timedStages(engine.stages);
  return LENGTHS.map(([length, runs]) => {
    const texts = Array.from({ length: runs }, (_, nth) => textOfLength(writeUps, length, nth));
    for (const text of texts.slice(0, Math.min(20, Math.ceil(24_000 / length))))
      runTurn(engine, stages, text, 0);
    spent.clear();
    const times = texts.map((text, nth) => {
      const began = performance.now();
      runTurn(engine, stages, text, nth);
      return performance.now() - began;
    });
    const perTurn = TIMED.map((name) => [name, rounded((spent.get(name) ?? 0) / runs)] as const);
    return { length, spread: spreadOf(times), stages: Object.fromEntries(perTurn) };
  });
}

/** Milliseconds of the nth turn of a thread whose messages have 300 characters each. */
function nthTurn(engine: ReturnType<typeof buildStages>, texts: readonly string[], count: number) {
  const { stages } = engine;
  const turns = texts.slice(0, count).map((text, nth) => turnOf(stages, text, nth + 1));
  const [first, ...rest] = turns as [Turn, ...Turn[]];
  const opened: CaseThread = openCase(KEY, 'bench', first);
  const earlier = rest.length === 0 ? [] : [first, ...rest.slice(0, -1)];
  const before =
    earlier.length === 0 ? opened : consult(stages, opened, earlier, plainly(new Date(0))).kase;
  const times = Array.from({ length: 9 }, () => {
    const began = performance.now();
    consult(stages, before, [turns.at(-1) ?? first], plainly(new Date(0)));
    return performance.now() - began;
  });
  return spreadOf(times).p50;
}

/** Measures the deterministic turn over lengths and over the turns of a thread. */
export function measureTurns(): TurnSpeed {
  const engine = buildStages();
  const writeUps = devWriteUps();
  const lengths = byLength(engine, writeUps);
  const texts = Array.from({ length: 40 }, (_, nth) => textOfLength(writeUps, 300, nth));
  const turns = TURNS.map((count) => [count, nthTurn(engine, texts, count)] as const);
  const usual = lengths.find(({ length }) => length === 1_200)?.spread;
  return {
    byLength: Object.fromEntries(lengths.map(({ length, spread }) => [length, spread])),
    stages: Object.fromEntries(lengths.map((each) => [each.length, each.stages])),
    turnsPerSecond: Math.round(1000 / (usual?.mean ?? Number.POSITIVE_INFINITY)),
    growthOverLength: growthOf(lengths.map(({ length, spread }) => [length, spread.p50])),
    byTurn: Object.fromEntries(turns),
    growthOverTurns: growthOf(turns),
  };
}
