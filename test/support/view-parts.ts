import { loadKnowledge } from '../../src/knowledge/load.ts';
import { createSay } from '../../src/pipeline/thread/say.ts';
import type { ViewParts } from '../../src/slack/views/view-parts.ts';

const knowledge = loadKnowledge();

/** Views with the real knowledge and the real words. */
export const view: ViewParts = { knowledge, say: createSay(knowledge.words) };
