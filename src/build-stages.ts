import { buildRawStages } from './build-raw-stages.ts';
import type { Knowledge } from './knowledge/knowledge.ts';
import { loadKnowledge } from './knowledge/load.ts';
import { loadRehearsal } from './knowledge/load-rehearsal.ts';
import type { RehearsalKnowledge } from './knowledge/rehearsal-knowledge.ts';
import { createReader } from './pipeline/classify/read.ts';
import { createLint, type Lint } from './pipeline/guard/lint.ts';
import { createResponsesFor } from './pipeline/safety/responses-for.ts';
import type { Stages } from './pipeline/stages.ts';
import { createSuggest } from './pipeline/suggest/suggest.ts';
import { createSaidDirection } from './pipeline/thread/correction/said-correction.ts';
import { createMissingInfo } from './pipeline/thread/missing-info.ts';
import { createRequests } from './pipeline/thread/requests.ts';
import { createSay } from './pipeline/thread/say.ts';
import { createCourse } from './pipeline/thread/stages/take-course.ts';
import { screenVersion } from './screen-version.ts';
import { loadReaderModel } from './weights/load-reader-model.ts';
import { loadSafetyModel } from './weights/load-safety-model.ts';

/** Everything a process needs to read cases without a network: knowledge, stages, guard. */
export interface Engine {
  readonly knowledge: Knowledge;
  readonly stages: Stages;
  readonly lint: Lint;
  readonly rehearsal: RehearsalKnowledge;
}

/**
 * Loads knowledge and weights once and builds every stage from them.
 * @throws KnowledgeError when a knowledge file is wrong (file, line, what to do)
 */
export function buildStages(): Engine {
  const knowledge = loadKnowledge();
  const reader = loadReaderModel();
  const safety = loadSafetyModel();
  const lint = createLint(knowledge);
  const stages: Stages = {
    ...buildRawStages(knowledge, reader, safety),
    screenVersion: screenVersion([
      ...[knowledge.versions.taxonomy, knowledge.versions.rules],
      ...[reader?.version ?? 'none', safety?.version ?? 'none'],
    ]),
    responsesFor: createResponsesFor(knowledge.safety),
    read: createReader(knowledge, reader),
    suggest: createSuggest(knowledge, (phrase, context) => lint(phrase, [...context]).pass),
    missingInfo: createMissingInfo(knowledge.info),
    requests: createRequests(knowledge.requests, knowledge.lenses),
    saidDirection: createSaidDirection(knowledge.directions),
    course: createCourse(knowledge),
    label: knowledge.label,
    say: createSay(knowledge.words),
    versions: {
      ...knowledge.versions,
      weights: reader?.version ?? 'none',
      prompts: 'none',
      model: null,
    },
  };
  return { knowledge, stages, lint, rehearsal: loadRehearsal(knowledge) };
}
