import { createDanger } from './pipeline/classify/danger.ts';
import type { ReaderModel } from './pipeline/classify/reader-model.ts';
import { createDeidentifier } from './pipeline/deidentify/deidentify.ts';
import { createReadable } from './pipeline/readable.ts';
import type { DoorStages } from './pipeline/receive.ts';
import type { SafetyModel } from './pipeline/safety/safety-model.ts';
import { createScreen, type SafetyKnowledge } from './pipeline/safety/screen.ts';
import { dangerConcepts, loadDangerModel } from './weights/load-danger-model.ts';
import { loadLanguageScores } from './weights/load-language-scores.ts';
import { loadNameTables } from './weights/load-name-tables.ts';

/** Builds the stages that see raw text, loading the weights that they alone need. */
export function buildRawStages(
  knowledge: SafetyKnowledge,
  reader: Pick<ReaderModel, 'concepts'> | null,
  safety: SafetyModel | null,
): Omit<DoorStages, 'screenVersion'> {
  const concepts = dangerConcepts(reader?.concepts ?? {}, knowledge.lists);
  return {
    deidentify: createDeidentifier(loadNameTables()),
    readable: createReadable(loadLanguageScores()),
    screen: createScreen(knowledge, safety, createDanger(loadDangerModel(concepts))),
  };
}
