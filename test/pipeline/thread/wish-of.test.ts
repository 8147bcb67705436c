import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/load.ts';
import type { ThreadEvent } from '../../../src/pipeline/message.ts';
import { createRequests } from '../../../src/pipeline/thread/requests.ts';
import { wishOf } from '../../../src/pipeline/thread/wish-of.ts';
import { act, safe, turn } from '../../support/builders.ts';

const knowledge = loadKnowledge();
const requests = createRequests(knowledge.requests, knowledge.lenses);
const wish = (...events: readonly ThreadEvent[]) => wishOf(events, requests);
const said = (text: string) => turn({ text: safe(text) });

describe('wishOf', () => {
  it.each(['another', 'shorter', 'softer', 'rung'] as const)('takes the press of %s', (does) => {
    expect(wish(act(does))).toBe(does);
  });

  it.each(['tap', 'helpful', 'in-hand'] as const)('takes no wish from %s', (does) => {
    expect(wish(act(does))).toBe('first');
  });

  it('takes the newest of several', () => {
    expect(wish(act('softer'), said('shorter please'))).toBe('shorter');
    expect(wish(said('shorter please'), act('another'))).toBe('another');
    expect(wish(said('shorter please'), said('She came back today.'))).toBe('shorter');
  });

  it('has none for a case', () => {
    expect(wish(said('My client has gone quiet since I raised the fee.'))).toBe('first');
  });
});
