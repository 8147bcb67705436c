import type { Registry } from 'prom-client';
import type { Engine } from '../../src/build-stages.ts';
import { createModelFromEnv } from '../../src/openai/create-model-from-env.ts';
import { createModelMetrics } from '../../src/openai/model-metrics.ts';
import { type LabelledCase, type LabelledNote, labelled } from '../score/labelled.ts';
import { createProgress } from '../score/progress.ts';
import { DIRECTIONS, READING_FIGURES } from '../score/reading-figures.ts';
import { SAFETY_FIGURES } from '../score/safety-figures.ts';
import { confusion } from '../score/table.ts';
import { askAll } from './ask-all.ts';
import { type KeptAnswer, openAnswers } from './kept-answers.ts';
import { createThreeWays, prepare, type ThreeWays } from './read-three-ways.ts';
import { tokensOf } from './tokens-of.ts';

/** What a run over a model is made of. */
export interface ModelRun {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly registry: Registry;
  /** Folders under bench/cases. */
  readonly sets: readonly string[];
  /** JSON Lines file in which answers are kept between runs. */
  readonly answers: string;
  readonly parallel: number;
  readonly json: boolean;
  readonly say: (line: string) => void;
}

const WAYS = ['rules', 'model', 'both'] as const;
type Way = (typeof WAYS)[number];
type Row = readonly [string, Readonly<Record<Way, number | null>>];

interface Read<T> {
  readonly item: T;
  readonly ways: ThreeWays;
}

function rowsOf<T, R>(
  figures: Readonly<Record<string, (items: readonly R[]) => number | null>>,
  read: readonly Read<T>[],
  as: (item: T, way: ThreeWays[Way]) => R,
): Row[] {
  return Object.entries(figures).map(([name, figure]): Row => {
    const of = (way: Way) => figure(read.map(({ item, ways }) => as(item, ways[way])));
    return [name, { rules: of('rules'), model: of('model'), both: of('both') }];
  });
}

const percent = (value: number | null) =>
  (value === null ? '–' : (100 * value).toFixed(1)).padStart(9);

function table(rows: readonly Row[]): string {
  const head = `  ${''.padEnd(40)}${WAYS.map((way) => way.padStart(9)).join('')}`;
  const lines = rows.map(([name, row]) => {
    return `  ${name.padEnd(40)}${WAYS.map((way) => percent(row[way])).join('')}`;
  });
  return [head, ...lines].join('\n');
}

function costs(answers: readonly KeptAnswer[]) {
  const sum = (of: (answer: KeptAnswer) => number) =>
    answers.reduce((total, answer) => total + of(answer), 0) / Math.max(1, answers.length);
  return {
    promptTokens: Math.round(sum(({ usage }) => usage.prompt)),
    cachedTokens: Math.round(sum(({ usage }) => usage.cached)),
    completionTokens: Math.round(sum(({ usage }) => usage.completion)),
    cost: sum(({ usage }) => usage.cost ?? 0),
    ms: Math.round(sum(({ ms }) => ms)),
  };
}

/**
 * The quality table through any OpenAI-compatible endpoint: rules, the model alone and both, side by
 * side. Answers are kept as they come, so a stopped run goes on where it was.
 *
 * @returns exit status: 0, 1 when some texts got no answer, 2 when the settings are wrong
 */
export async function scoreModel(engine: Engine, run: ModelRun): Promise<number> {
  const made = await createModelFromEnv(
    run.env,
    engine.knowledge,
    createModelMetrics(run.registry),
  );
  if (!made.ok || made.model === null) {
    const faults = made.ok ? ['Set OPENAI_BASE_URL and OPENAI_MODEL.'] : made.faults;
    for (const fault of faults) run.say(fault);
    return 2;
  }
  const { model } = made;
  const load = <T extends { readonly text: string }>(name: string) =>
    run.sets
      .flatMap((set) => labelled<T>(`${set}/${name}.jsonl`))
      .flatMap((item) => {
        const prepared = prepare(engine, item.text);
        return prepared === null ? [] : [{ item, prepared }];
      });
  const cases = load<LabelledCase>('cases');
  const notes = load<LabelledNote>('safety');
  const inputs = [...cases, ...notes].map(({ prepared }) => prepared.input);
  const { answers, faults } = await askAll(
    {
      ...{ model, parallel: run.parallel },
      answers: openAnswers(run.answers),
      tick: createProgress(inputs.length),
    },
    inputs,
  );

  const waysOf = createThreeWays(engine, model.prefix('classify'));
  const readings = cases.map(({ item, prepared }, at) => {
    return {
      item: { kase: item, text: prepared.text },
      ways: waysOf(prepared, answers[at]?.answer ?? null),
    };
  });
  const screens = notes.map(({ item, prepared }, at) => {
    return { item, ways: waysOf(prepared, answers[cases.length + at]?.answer ?? null) };
  });
  const rows = [
    ...rowsOf(READING_FIGURES, readings, (item, { reading }) => ({ ...item, reading })),
    ...rowsOf(SAFETY_FIGURES, screens, (note, { safety }) => ({ note, screen: safety })),
  ];
  const tokens = tokensOf(engine.knowledge, cases[0]?.prepared.input ?? null);
  const spent = costs(answers.filter((answer) => answer !== null));
  const { name, prompts } = model;
  if (run.json) run.say(JSON.stringify({ model: name, prompts, rows, faults, tokens, spent }));
  else {
    run.say(`Model ${name}, prompts ${prompts}, ${inputs.length} texts\n`);
    run.say(table(rows));
    run.say('\nDirection, both together');
    const pairs = readings.map(
      ({ item, ways }) => [item.kase.direction, ways.both.reading.direction] as const,
    );
    run.say(confusion(pairs, DIRECTIONS));
    run.say(`\nTokens of a request: ${JSON.stringify(tokens)}`);
    run.say(`Mean of an answer: ${JSON.stringify(spent)}`);
    run.say(`Faults: ${JSON.stringify(faults)}`);
  }
  return Object.keys(faults).length > 0 ? 1 : 0;
}
