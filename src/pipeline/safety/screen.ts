import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { SafetyExtra } from '../../knowledge/safety-extra.ts';
import type { LabelStatus, SafetyLabel, SafetyScreen } from '../outcome.ts';
import { createContext } from './context.ts';
import { createFindHits } from './find-hits.ts';
import { createJudgeHit } from './judge-hit.ts';
import { createResponsesFor } from './responses-for.ts';
import { wordsOf } from './words.ts';

/** Screens a text, raw or de-identified; never throws, and its evidence is verbatim. */
export type Screen = (text: string) => SafetyScreen;

export type SafetyKnowledge = Pick<Knowledge, 'safety' | 'context' | keyof SafetyExtra>;
/** Weights of the local safety classifier. */
export type SafetyModel = null;

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

export function createScreen(knowledge: SafetyKnowledge, _model: SafetyModel | null): Screen {
  const findHits = createFindHits(knowledge.safety, knowledge);
  const context = createContext(knowledge.context, knowledge.lists);
  const judgeHit = createJudgeHit(knowledge.lists);
  const responsesFor = createResponsesFor(knowledge.safety);
  return (text) => {
    const words = wordsOf(text);
    const statusOf = context(words);
    const found = new Map<string, { status: LabelStatus; evidence: Set<string> }>();
    for (const hit of findHits(text, words)) {
      for (const { id, status, from, to } of judgeHit(hit, words, statusOf)) {
        const evidence = text.slice(words[from]?.start, words[to - 1]?.end);
        const known = found.get(id);
        if (!known || URGENCY.indexOf(status) < URGENCY.indexOf(known.status))
          found.set(id, { status, evidence: new Set([evidence]) });
        else if (known.status === status) known.evidence.add(evidence);
      }
    }
    const labels: SafetyLabel[] = [...found].map(([id, { status, evidence }]) => ({
      id,
      status,
      evidence: [...evidence],
      source: 'rules',
    }));
    const has = (status: LabelStatus) => labels.some((label) => label.status === status);
    return {
      status: has('open') ? 'open' : has('ask') ? 'ask' : 'clear',
      labels,
      responses: responsesFor(labels),
    };
  };
}
