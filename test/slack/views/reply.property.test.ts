import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/load.ts';
import { reply } from '../../../src/slack/views/reply.ts';
import { messageFaults } from '../../support/block-limits.ts';
import { cases, outcomes } from '../../support/outcomes.ts';
import { view } from '../../support/view-parts.ts';

const knowledge = loadKnowledge();

describe('reply', () => {
  it('stays within every limit of Slack and lets nothing come alive, whatever the case holds', () => {
    fc.assert(
      fc.property(outcomes(knowledge), cases(knowledge), (outcome, kase) => {
        const message = reply(outcome, kase, view);
        expect(message && messageFaults(message)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
