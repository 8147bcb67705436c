import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/load.ts';
import { createShownLint } from '../../../src/pipeline/guard/shown.ts';

const knowledge = loadKnowledge();
const lint = createShownLint(knowledge);

describe('createShownLint', () => {
  it.each([
    ['She is manipulating you.', 'lr-manipulative'],
    ['They feel abandoned and want to punish you.', 'mp-tentative'],
    ['This is clearly about you.', 'mp-tentative'],
    ['He is angry with you.', 'mp-tentative'],
    ['You caused this rupture.', 'ft-accusation'],
    ['You should have stopped earlier.', 'ft-accusation'],
    ['This will definitely work.', 'ft-promise'],
    ['It looks like a personality disorder.', 'ft-diagnosis'],
    ['Their behaviour is pathological.', 'ft-pathologising'],
  ])('stops: %s', (text, error) => {
    expect(lint(text).errors).toContain(error);
  });

  it.each([
    'It may be that they feel hurt.',
    'You describe them as angry.',
    'In your words: “she is so manipulative”.',
    'If they are angry, that may be a good sign.',
    'The transference, if it is one, may be worth a look.',
    'A withdrawal rupture may be under way.',
  ])('passes: %s', (text) => {
    expect(lint(text).errors).toEqual([]);
  });

  it('passes every sentence the taxonomy and the formulation words show', () => {
    const sentences = [
      ...knowledge.taxonomy.flatMap(({ shown }) => [shown.sentence, shown.sense]),
      ...Object.entries(knowledge.words)
        .filter(([key]) => key.startsWith('formulation.') || key.startsWith('withheld.'))
        .map(([, text]) => text),
      ...knowledge.innerChecks.map(({ shown }) => shown),
      ...knowledge.ladder.flatMap(({ shown }) => [shown.why]),
    ];
    expect(sentences.filter((text) => !lint(text).pass)).toEqual([]);
  });
});
