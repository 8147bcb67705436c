import { globSync, writeFileSync } from 'node:fs';
import { loadSafetyExtra } from '../knowledge/load-safety-extra.ts';
import { encodeLinear } from '../pipeline/text/linear-model.ts';
import { readConcepts } from './concepts.ts';
import { type Example, fitLinear } from './fit-linear.ts';
import { createSnippetFeatures, type SnippetFeatures, withoutAuthors } from './fit-reader.ts';
import { dangerConcepts } from './load-danger-model.ts';
import { jsonLines } from './snippets.ts';

interface Row {
  readonly text: string;
  readonly open?: readonly string[];
  readonly ask?: readonly string[];
  readonly labels?: readonly string[];
}

const CASES = new URL('../../bench/cases/', import.meta.url);
const HERE = new URL('./', import.meta.url);
/** Snippets on other matters count less beside hard cases about safety. */
const OTHERS_WEIGHT = 0.3;

function labelOf({ open, ask = [], labels = [] }: Row): 'open' | 'ask' | 'none' {
  const raised = open ?? labels.filter((label) => label.startsWith('sf-'));
  if (raised.length > 0) return 'open';
  return ask.length > 0 ? 'ask' : 'none';
}

function examples(featuresOf: SnippetFeatures): Example[] {
  const files = ['train', 'train-more'].flatMap((folder) =>
    globSync(`${folder}/*.jsonl`, { cwd: CASES }).sort(),
  );
  return files
    .filter((file) => !file.endsWith('-cases.jsonl'))
    .flatMap((file) =>
      jsonLines<Row>(new URL(file, CASES)).map((row) => ({
        counts: featuresOf(row.text).set(`F:${file}`, Math.E),
        labels: [labelOf(row)],
        weight: row.open === undefined ? OTHERS_WEIGHT : 1,
      })),
    );
}

/** Fits the second opinion on danger and writes `danger.json` and `danger.bin`; repeatable to the bit. */
export function trainDanger(): void {
  const concepts = readConcepts(new URL('concepts.yml', HERE));
  const featuresOf = createSnippetFeatures(dangerConcepts(concepts, loadSafetyExtra().lists));
  const labels = ['open', 'ask', 'none'];
  const linear = withoutAuthors(fitLinear(examples(featuresOf), labels, { exclusive: true }));
  const header = { labels: linear.labels, features: linear.features };
  writeFileSync(new URL('danger.json', HERE), `${JSON.stringify(header)}\n`);
  writeFileSync(new URL('danger.bin', HERE), encodeLinear(linear));
}
