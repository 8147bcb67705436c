import type { Knowledge } from './knowledge/knowledge.ts';
import { loadKnowledge } from './knowledge/load.ts';
import { loadRehearsal } from './knowledge/load-rehearsal.ts';
import type { RehearsalKnowledge } from './knowledge/rehearsal-knowledge.ts';
import { createDanger } from './pipeline/classify/danger.ts';
import { createReader } from './pipeline/classify/read.ts';
import { createDeidentifier } from './pipeline/deidentify/deidentify.ts';
import { createLint, type Lint } from './pipeline/guard/lint.ts';
import { createReadable } from './pipeline/readable.ts';
import { createResponsesFor } from './pipeline/safety/responses-for.ts';
import { createScreen } from './pipeline/safety/screen.ts';
import type { Stages } from './pipeline/stages.ts';
import { createSuggest } from './pipeline/suggest/suggest.ts';
import { createSaidDirection } from './pipeline/thread/correction/said-correction.ts';
import { createMissingInfo } from './pipeline/thread/missing-info.ts';
import { createRequests } from './pipeline/thread/requests.ts';
import { createSay } from './pipeline/thread/say.ts';
import { createCourse } from './pipeline/thread/stages/take-course.ts';
import { screenVersion } from './screen-version.ts';
import { dangerConcepts, loadDangerModel } from './weights/load-danger-model.ts';
import { loadLanguageScores } from './weights/load-language-scores.ts';
import { loadNameTables } from './weights/load-name-tables.ts';
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
    deidentify: createDeidentifier(loadNameTables()),
    readable: createReadable(loadLanguageScores()),
    screen: createScreen(
      knowledge,
      safety,
      createDanger(loadDangerModel(dangerConcepts(reader?.concepts ?? {}, knowledge.lists))),
    ),
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
