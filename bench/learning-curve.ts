import { writeFileSync } from 'node:fs';
import { loadKnowledge } from '../src/knowledge/load.ts';
import { createReader } from '../src/pipeline/classify/read.ts';
import type { SafeText } from '../src/pipeline/message.ts';
import { createScreen } from '../src/pipeline/safety/screen.ts';
import { seeded, shuffled } from '../src/weights/fit-linear.ts';
import { createSnippetFeatures, fitReader } from '../src/weights/fit-reader.ts';
import { loadReaderModel } from '../src/weights/load-reader-model.ts';
import { fittingSnippets } from '../src/weights/train-reader.ts';
import { fitSafety, fittedIds, safetySnippets } from '../src/weights/train-safety.ts';
import { type LabelledCase, type LabelledNote, labelled } from './score/labelled.ts';
import { type Line, lineChart } from './score/line-chart.ts';
import { READING_FIGURES } from './score/reading-figures.ts';
import { SAFETY_FIGURES } from './score/safety-figures.ts';

const SHARES = [0.05, 0.1, 0.25, 0.5, 0.75, 1];
const SETS = ['dev', 'untouched'];
const PICTURE = new URL('learning-curve.svg', import.meta.url);
const SEED = 11;

const knowledge = loadKnowledge();
const shipped = loadReaderModel();

/** The first share of the items in a repeatable random order. */
function part<T>(items: readonly T[], share: number): T[] {
  const size = Math.round(items.length * share);
  return [...shuffled(items.length, seeded(SEED)).subarray(0, size)].flatMap(
    (at) => items[at] ?? [],
  );
}

/** Required labels within eight on each set, for a reader fitted on a share of the snippets. */
function readerAt(share: number): (number | null)[] {
  if (shipped === null) return [];
  const featuresOf = createSnippetFeatures(shipped.concepts);
  const snippets = part(fittingSnippets(), share);
  const linear = fitReader(snippets, shipped.linear.labels.slice(0, -1), featuresOf);
  const tuning = { ...shipped.tuning, offerFrom: 0 };
  const read = createReader(knowledge, { ...shipped, linear, tuning });
  return SETS.map((set) => {
    const cases = labelled<LabelledCase>(`${set}/cases.jsonl`).map((kase) => ({
      ...{ kase, text: kase.text, reading: read(kase.text as SafeText) },
    }));
    return READING_FIGURES['required labels within eight']?.(cases) ?? null;
  });
}

/** Open notes raised or asked about on each set, for a screen fitted on a share of the snippets. */
function screenAt(share: number): (number | null)[] {
  const fitted = fitSafety(part(safetySnippets(knowledge), share), fittedIds(knowledge));
  const screen = createScreen(knowledge, { ...fitted, version: 'curve' });
  return SETS.map((set) => {
    const notes = labelled<LabelledNote>(`${set}/safety.jsonl`).map((note) => ({
      note,
      screen: screen(note.text),
    }));
    return SAFETY_FIGURES['open notes raised, open or ask']?.(notes) ?? null;
  });
}

const readings = SHARES.map(readerAt);
const screens = SHARES.map(screenAt);
const line = (name: string, colour: string, values: (number | null)[][], set: number): Line => ({
  name: `${name}, ${SETS[set]}`,
  colour,
  dashed: set > 0,
  points: SHARES.map((share, at) => [share, values[at]?.[set] ?? 0] as const),
});
const lines = SETS.flatMap((_, set) => [
  line('labels within eight', '#1f6f8b', readings, set),
  line('safety raised or asked', '#b5482f', screens, set),
]);
const ticks = SHARES.filter((share) => share >= 0.1).map(
  (share) => [share, `${Math.round(100 * share)} %`] as const,
);
writeFileSync(PICTURE, lineChart('Found, by share of the training snippets', ticks, lines));
for (const { name, points } of lines)
  console.log(name.padEnd(36), points.map(([, value]) => value.toFixed(3)).join('  '));
