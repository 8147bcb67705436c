import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/load.ts';
import { createExplainFault } from '../../../src/pipeline/reconcile/explain-fault.ts';

const knowledge = loadKnowledge();
const explain = createExplainFault(knowledge);

describe('explainFault', () => {
  it.each([
    ['mp-tentative', 'guesses'],
    ['ft-diagnosis', 'diagnoses'],
    ['form-link', 'link'],
    ['leak', 'identifies'],
  ])('says what %s means', (code, words) => {
    expect(explain(code)).toContain(words);
  });

  it('has words for every rule of the guard', () => {
    const rules = [...knowledge.principles, ...knowledge.faults, ...knowledge.language];
    expect(rules.filter(({ id }) => explain(id) === id)).toEqual([]);
  });
});
