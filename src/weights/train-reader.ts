import { existsSync, writeFileSync } from 'node:fs';
import { loadKnowledge } from '../knowledge/load.ts';
import type { ReaderHeader, ReaderTuning } from '../pipeline/classify/reader-model.ts';
import { encodeLinear } from '../pipeline/text/linear-model.ts';
import { sentences } from '../pipeline/text/sentences.ts';
import { within } from '../pipeline/text/within.ts';
import { readConcepts } from './concepts.ts';
import {
  createSnippetFeatures,
  fitReader,
  type SnippetFeatures,
  taxonomySnippets,
} from './fit-reader.ts';
import { likeness } from './likeness.ts';
import { jsonLines, readSnippets, readWriteUps, type Snippet, type WriteUp } from './snippets.ts';
import { tuneReader } from './tune-reader.ts';

const CASES = new URL('../../bench/cases/', import.meta.url);
const HERE = new URL('./', import.meta.url);
const LIKE_SHARE = 0.4;

/** Every snippet for fitting: the labelled folders and the taxonomy's own texts. */
export function fittingSnippets(): Snippet[] {
  const folders = ['train/', 'train-more/'].map((name) => new URL(name, CASES));
  return [
    ...folders.filter((folder) => existsSync(folder)).flatMap(readSnippets),
    ...taxonomySnippets(loadKnowledge().taxonomy),
  ];
}

const devCases = () => jsonLines<WriteUp>(new URL('dev/cases.jsonl', CASES));
const moreCases = () => readWriteUps(new URL('train-more/', CASES));

const wordsOnly = (counts: ReadonlyMap<string, number>) =>
  new Map([...counts].filter(([name]) => name.startsWith('s:') || name.startsWith('2:')));

/**
 * Leaves out the snippets most like the write-ups (`share` of all): some authors knew both, and
 * thresholds chosen with such snippets in would be too bold on anything new.
 */
export function unlike(
  snippets: readonly Snippet[],
  cases: readonly WriteUp[],
  featuresOf: SnippetFeatures,
  share = LIKE_SHARE,
): Snippet[] {
  const counts = (text: string) => wordsOnly(featuresOf(text));
  const parts = cases.flatMap(({ text }) => sentences(text).map((span) => within(text, span)));
  const like = likeness(
    snippets.map(({ text }) => counts(text)),
    parts.map(counts),
  );
  const limit = [...like].sort((a, b) => b - a)[Math.floor(snippets.length * share)] ?? 0;
  return snippets.filter(({ author }, at) => author === 'taxonomy' || (like[at] ?? 0) <= limit);
}

/** Rounds what is kept as text, so that it reads well and stays the same. */
function rounded(tuning: ReaderTuning): ReaderTuning {
  const short = (value: number) => Number(value.toFixed(4));
  return {
    ...tuning,
    slope: short(tuning.slope),
    offset: short(tuning.offset),
    offerFrom: short(tuning.offerFrom),
    assertFrom: Object.fromEntries(
      Object.entries(tuning.assertFrom).map(([family, from]) => [family, short(from)]),
    ),
  };
}

/** The shipped reader as its two files. */
export interface ReaderFiles {
  /** Text of `reader.json`. */
  readonly header: string;
  /** Content of `reader.bin`. */
  readonly bytes: Uint8Array;
}

/** A whole write-up as one long snippet. */
const asSnippet = ({ text, required }: WriteUp): Snippet => ({
  text,
  labels: required.filter((id) => !id.startsWith('sf-')),
  author: 'write-ups',
});

/** Fits the local reader and chooses its thresholds. Repeatable: the same data give the same bytes. */
export function buildReader(): ReaderFiles {
  const concepts = readConcepts(new URL('concepts.yml', HERE));
  const featuresOf = createSnippetFeatures(concepts);
  const snippets = fittingSnippets();
  const [dev, more] = [devCases(), moreCases()];
  const ids = [...new Set(snippets.flatMap(({ labels }) => labels))].sort();
  const linear = fitReader([...snippets, ...more.map(asSnippet)], ids, featuresOf);
  const apart = fitReader(unlike(snippets, [...dev, ...more], featuresOf), ids, featuresOf);
  const tuning = tuneReader({ linear: apart, concepts }, [...dev, ...more], {
    model: { linear, concepts },
    cases: dev,
  });
  const header: ReaderHeader = {
    tuning: rounded(tuning),
    labels: linear.labels,
    concepts,
    features: linear.features,
  };
  return { header: `${JSON.stringify(header)}\n`, bytes: encodeLinear(linear) };
}

/** Writes the shipped weights of the local reader: `reader.json` and `reader.bin`. */
export function trainReader(): void {
  const { header, bytes } = buildReader();
  writeFileSync(new URL('reader.json', HERE), header);
  writeFileSync(new URL('reader.bin', HERE), bytes);
}
