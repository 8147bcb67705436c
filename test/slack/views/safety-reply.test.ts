import { describe, expect, it } from 'vitest';
import type { SafetyScreen } from '../../../src/pipeline/outcome.ts';
import { literal } from '../../../src/slack/views/literal.ts';
import { fixedSafety, safetyReply } from '../../../src/slack/views/safety-reply.ts';
import { messageFaults } from '../../support/block-limits.ts';
import { assessment, kase, screened } from '../../support/builders.ts';
import { view } from '../../support/view-parts.ts';

const SECRET = 'she has bought rope';
const open: SafetyScreen = {
  ...screened({ evidence: [SECRET] }),
  responses: ['R-SUI', 'R-SH'],
};
const everything: SafetyScreen = {
  ...screened(...view.knowledge.safety.map(({ id }) => ({ id, status: 'ask' as const }))),
  responses: view.knowledge.responses.map(({ id }) => id),
};
const { versions } = assessment();
const said = (message: { blocks: unknown }) => JSON.stringify(message.blocks);

describe('fixedSafety', () => {
  it('gives the standard responses in the order of the screen and quotes nothing', () => {
    const text = said(fixedSafety(open, view));
    const [first, second] = open.responses.map(
      (id) => view.knowledge.responses.find((response) => response.id === id)?.title ?? '',
    );
    expect(text.indexOf(first ?? '')).toBeLessThan(text.indexOf(second ?? ''));
    expect(text).not.toContain(SECRET);
    expect(text).not.toContain('sf-suicide');
  });

  it('shows every step of every response uncut and within the limits', () => {
    const message = fixedSafety(everything, view);
    const text = said(message);
    for (const step of view.knowledge.responses.flatMap(({ steps }) => steps)) {
      expect(text).toContain(JSON.stringify(literal(step)).slice(1, -1));
    }
    expect(messageFaults(message)).toEqual([]);
  });

  it('asks the check question of each label that is to be asked', () => {
    const ask = screened({ id: 'sf-self-harm', status: 'ask' });
    const question = view.knowledge.safety.find(({ id }) => id === 'sf-self-harm')?.question ?? '';
    expect(said(fixedSafety(ask, view))).toContain(literal(question));
  });

  it('has no buttons, because there is no case behind it', () => {
    expect(fixedSafety(open, view).blocks.some(({ type }) => type === 'actions')).toBe(false);
  });
});

describe('safetyReply', () => {
  it('offers In hand and Still open and nothing of the reading', () => {
    const message = safetyReply(open, versions, kase(), view);
    const ids = message.blocks.flatMap((block) =>
      block.type === 'actions'
        ? block.elements.map((each) => ('action_id' in each ? each.action_id : ''))
        : [],
    );
    expect(ids).toEqual([
      ...['in-hand', 'still-open', 'helpful', 'not-helpful', 'as-read', 'delete'],
    ]);
    expect(messageFaults(message)).toEqual([]);
  });

  it('says that it stays open after Still open', () => {
    expect(said(safetyReply(open, versions, kase({ stillOpen: true }), view))).toContain(
      'it is still open',
    );
  });

  it('keeps the notification free of the case', () => {
    expect(safetyReply(open, versions, kase(), view).text).toBe(view.say('reply.preview.safety'));
  });
});
