import type { buildStages } from '../../src/build-stages.ts';
import { assessCase } from '../../src/commands/assess-case.ts';
import type { Advised } from './consultation-figure.ts';
import { type LabelledCase, type LabelledNote, labelled } from './labelled.ts';
import type { ReadCase } from './reading-figures.ts';
import type { ScreenedNote } from './safety-figures.ts';

/** Everything of one set of labelled cases and notes after the whole pipeline has read it. */
export interface ReadSet {
  readonly cases: readonly (ReadCase & Advised)[];
  readonly notes: readonly ScreenedNote[];
  /** Everyday posts of the team channel in which nothing should be asserted: true when that is so. */
  readonly everyday: readonly boolean[];
}

type Engine = ReturnType<typeof buildStages>;

const NOW = new Date('2026-01-15T12:00:00Z');

function readText({ stages }: Engine, text: string) {
  return assessCase(stages, { id: 'score', texts: [{ user: 'U1', text }] }, NOW);
}

function readCase(engine: Engine, kase: LabelledCase): ReadCase & Advised {
  const { deidentified, reading, suggestions } = readText(engine, kase.text);
  return {
    kase,
    text: deidentified.text,
    reading,
    consult: kase.consult,
    offered: suggestions.consultation.map(({ id }) => id),
  };
}

/** Reads `<folder>/cases.jsonl` and `<folder>/safety.jsonl`; `tick` is called after each. */
export function readSet(engine: Engine, folder: string, tick: () => void): ReadSet {
  const after = <T>(value: T): T => {
    tick();
    return value;
  };
  return {
    cases: labelled<LabelledCase>(`${folder}/cases.jsonl`).map((kase) =>
      after(readCase(engine, kase)),
    ),
    everyday: labelled<{ text: string }>(`${folder}/offtopic.jsonl`).map(
      ({ text }) => readText(engine, text).reading.labels.length === 0,
    ),
    notes: labelled<LabelledNote>(`${folder}/safety.jsonl`).map((note) =>
      after({ note, screen: engine.stages.screen(note.text) }),
    ),
  };
}
