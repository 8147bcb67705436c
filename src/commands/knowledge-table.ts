import type { Engine } from '../build-stages.ts';
import type { Label } from '../knowledge/knowledge.ts';
import { joinSafe } from '../pipeline/deidentify/join-safe.ts';
import type { Marker, SafetyScreen } from '../pipeline/outcome.ts';

/** One row of the table of what is offered: a taxonomy id alone, and all that follows from it. */
export interface KnowledgeRow {
  readonly id: string;
  /** Name of the way of answering that is taken first; empty where no words are offered. */
  readonly strategy: string;
  readonly why: string;
  readonly phrases: readonly { readonly intervention: string; readonly text: string }[];
  /** Why there are no phrases, or null. */
  readonly withheld: string | null;
  /** For safety: titles of what is shown in place of phrases. */
  readonly responses: readonly string[];
  readonly rungs: readonly string[];
  /** What is held back for this id, and the caution that comes with each phrase. */
  readonly contraindications: readonly string[];
}

const asserted = (id: string): Marker => ({
  ...{ id, confidence: 0.85, whose: 'both', evidence: [], source: 'rules', contested: false },
});

function screenOf({ id, family }: Label, { stages }: Engine): SafetyScreen {
  if (family !== 'safety') return { status: 'clear', labels: [], responses: [] };
  const labels = [{ id, status: 'open' as const, evidence: [], source: 'rules' as const }];
  return { status: 'open', labels, responses: stages.responsesFor(labels) };
}

/** What is offered for one taxonomy id, read with nothing else out of the ordinary. */
function rowOf(label: Label, engine: Engine): KnowledgeRow {
  const { knowledge, stages } = engine;
  const safety = screenOf(label, engine);
  const labels = label.family === 'safety' ? [] : [asserted(label.id)];
  const { suggestions } = stages.suggest({
    ...{ text: joinSafe([]), safety, missing: [], tapped: [], refused: [], shown: [] },
    reading: { direction: 'none', enoughInfo: true, labels, candidates: [] },
    ...{ wish: 'first', now: new Date(0) },
  });
  const named = (id: string) => knowledge.ladder.find((rung) => rung.id === id)?.shown.name ?? id;
  const titles = safety.responses.map(
    (id) => knowledge.responses.find((response) => response.id === id)?.title ?? id,
  );
  const { phrases, consultation, withheld, strategy, why, cautions } = suggestions;
  return {
    id: label.id,
    strategy: knowledge.strategies.find(({ id }) => id === strategy)?.shown.name ?? '',
    why: why ?? '',
    phrases: phrases.map(({ intervention, text }) => ({ intervention, text })),
    ...{ withheld, responses: titles },
    rungs: consultation.map(({ id }) => named(id)),
    contraindications: [...cautions, ...new Set(phrases.map(({ care }) => care))],
  };
}

/** A row for every taxonomy id, in the order of the taxonomy. */
export function knowledgeTable(engine: Engine): readonly KnowledgeRow[] {
  return engine.knowledge.taxonomy.map((label) => rowOf(label, engine));
}

/** A row as a person reads it at a terminal. */
export function rowLines(row: KnowledgeRow): readonly string[] {
  const part = (name: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [`  ${name}:`, ...lines.map((line) => `    - ${line}`)];
  return [
    row.id,
    ...part('strategy', row.strategy === '' ? [] : [`${row.strategy}. ${row.why}`]),
    ...part(
      'say',
      row.phrases.map(({ intervention, text }) => `“${text}” (${intervention})`),
    ),
    ...part('withheld', row.withheld === null ? [] : [row.withheld]),
    ...part('shown instead', row.responses),
    ...part('ask', row.rungs),
    ...part('with care', row.contraindications),
    '',
  ];
}
