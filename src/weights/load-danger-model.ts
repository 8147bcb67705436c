import { existsSync, readFileSync } from 'node:fs';
import type { SafetyExtra } from '../knowledge/safety-extra.ts';
import type { DangerModel } from '../pipeline/classify/danger.ts';
import { decodeLinear, type LinearHeader } from '../pipeline/text/linear-model.ts';

const HEADER = new URL('danger.json', import.meta.url);
const BYTES = new URL('danger.bin', import.meta.url);
const PLAIN = /^[a-z' *_-]+$/i;

/** The reader's concepts with the safety word lists beside them, whose notation is another one. */
export function dangerConcepts(
  concepts: Readonly<Record<string, readonly string[]>>,
  lists: SafetyExtra['lists'],
): DangerModel['concepts'] {
  const safety = Object.entries(lists).map(([name, words]) => [
    `safety ${name}`,
    words.filter((word) => PLAIN.test(word)).map((word) => word.replaceAll('_', ' ')),
  ]);
  return { ...concepts, ...Object.fromEntries(safety) };
}

/** Reads the shipped weights of the second opinion; null when there are none or they do not fit together. */
export function loadDangerModel(concepts: DangerModel['concepts']): DangerModel | null {
  if (!existsSync(HEADER) || !existsSync(BYTES)) return null;
  const header = JSON.parse(readFileSync(HEADER, 'utf8')) as LinearHeader;
  const linear = decodeLinear(header, readFileSync(BYTES));
  return linear === null ? null : { linear, concepts };
}
