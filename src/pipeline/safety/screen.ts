import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { SafetyExtra } from '../../knowledge/safety-extra.ts';
import type { LabelStatus, SafetyLabel, SafetyScreen } from '../outcome.ts';
import { createContext } from './context.ts';
import { createFindHits } from './find-hits.ts';
import { createJudgeHit, type Judged } from './judge-hit.ts';
import { createResponsesFor } from './responses-for.ts';
import { type SafetyModel, stretchesOf } from './safety-model.ts';
import { createSigns, type Piece } from './signs.ts';
import { type Finding, weighStretch, weighWording } from './weigh.ts';
import { type Word, wordsOf } from './words.ts';

/** Screens a text, raw or de-identified; never throws, and its evidence is verbatim. */
export type Screen = (text: string) => SafetyScreen;

/** The part of the knowledge that the screen needs. */
export type SafetyKnowledge = Pick<Knowledge, 'safety' | 'context' | keyof SafetyExtra>;

/** What the rules and the classifier can go by in a text. */
export interface Seen {
  readonly words: readonly Word[];
  readonly judged: readonly Judged[];
  readonly pieces: readonly Piece[];
}

/** From what asks for most to what asks for least. */
const URGENCY: readonly LabelStatus[] = [
  'open',
  'ask',
  'hypothetical',
  'history',
  'other',
  'negated',
  'figurative',
  'in-hand',
];

/** Builds the look at a text that the screen and the fitting of its classifier share. */
export function createLook(knowledge: SafetyKnowledge): (text: string) => Seen {
  const findHits = createFindHits(knowledge.safety, knowledge);
  const context = createContext(knowledge.context, knowledge.lists);
  const judgeHit = createJudgeHit(knowledge.lists);
  const signs = createSigns(knowledge.lists);
  return (text) => {
    const words = wordsOf(text);
    const statusOf = context(words);
    const judged = findHits(text, words).flatMap((hit) => judgeHit(hit, words, statusOf));
    const names = new Map(
      judged.map(({ id, raises, status, from }) => {
        const name = `${id}:${raises}:${status}`;
        return [name, { name, from }];
      }),
    );
    return { words, judged, pieces: signs(words, [...names.values()]) };
  };
}

/**
 * Builds the safety screen: plain wordings in their context, and a local classifier that may raise
 * but never lower what a wording of safety.yml has raised. Without a model the wordings stand alone.
 */
export function createScreen(knowledge: SafetyKnowledge, model: SafetyModel | null): Screen {
  const look = createLook(knowledge);
  const responsesFor = createResponsesFor(knowledge.safety);
  return (text) => {
    const seen = look(text);
    const labels = labelsOf(text, seen.words, findingsOf(seen, model));
    const has = (status: LabelStatus) => labels.some((label) => label.status === status);
    return {
      status: has('open') ? 'open' : has('ask') ? 'ask' : 'clear',
      labels,
      responses: responsesFor(labels),
    };
  };
}

function findingsOf({ judged, pieces }: Seen, model: SafetyModel | null): readonly Finding[] {
  if (!model) return judged;
  const { thresholds } = model;
  const stretches = stretchesOf(model, pieces);
  return [
    ...judged.flatMap((one) => weighWording(one, stretches) ?? []),
    ...stretches.flatMap((stretch) => weighStretch(stretch, thresholds)),
  ];
}

/** One label per id with its most urgent status and the words that gave it. */
function labelsOf(
  text: string,
  words: readonly Word[],
  findings: readonly Finding[],
): SafetyLabel[] {
  const byId = new Map<string, { status: LabelStatus; evidence: Set<string> }>();
  for (const { id, status, from, to } of findings) {
    const evidence = text.slice(words[from]?.start, words[to - 1]?.end);
    const known = byId.get(id);
    const higher = !known || URGENCY.indexOf(status) < URGENCY.indexOf(known.status);
    if (higher) byId.set(id, { status, evidence: new Set([evidence]) });
    else if (known.status === status) known.evidence.add(evidence);
  }
  return [...byId]
    .map(([id, { status, evidence }]) => ({
      id,
      status,
      evidence: [...evidence],
      source: 'rules' as const,
    }))
    .sort((a, b) => URGENCY.indexOf(a.status) - URGENCY.indexOf(b.status));
}
