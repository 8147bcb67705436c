import { loadKnowledge } from '../../../src/knowledge/load.ts';
import { loadRehearsal } from '../../../src/knowledge/load-rehearsal.ts';
import { createLint } from '../../../src/pipeline/guard/lint.ts';
import type { SafeText } from '../../../src/pipeline/message.ts';
import { createHear } from '../../../src/pipeline/rehearsal/hear.ts';
import type { PracticeTurn, Rehearsal } from '../../../src/pipeline/rehearsal/rehearsal.ts';
import { KEY } from '../../support/builders.ts';

export const knowledge = loadKnowledge();
export const played = loadRehearsal(knowledge);
export const hear = createHear(played, knowledge.lexicons, createLint(knowledge));

/** One scene of the curated branches. */
export function sceneOf(branch: string, scene: string) {
  const found = played.branches.find(({ id }) => id === branch)?.scenes[scene];
  if (found === undefined) throw new Error(`no scene ${branch} ${scene}`);
  return found;
}

/** A rehearsal that has just begun. */
export const begun = (over: Partial<Rehearsal> = {}): Rehearsal => ({
  ...{ person: 'U01AUTHOR', about: KEY, caseId: 'case-1', branch: 'rh-withdrawal' },
  ...{ voice: 'plain', labels: ['wd-minimal-response'], startedAt: 1, turns: [], ended: null },
  opening: { scene: 'quiet', line: 'rl-wd-quiet-1', words: null },
  ...over,
});

/** Something said and answered. */
export const said = (text: string, over: Partial<PracticeTurn> = {}): PracticeTurn => ({
  ...{ id: text, ts: '1', at: 1, text: text as SafeText, wish: null, rulesOnly: false },
  answer: {
    ...{ scene: 'block', line: 'rl-wd-block-1', words: null, landing: 'partly', phrase: null },
  },
  ...over,
});
