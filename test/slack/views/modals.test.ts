import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/load.ts';
import { bothSidesModal } from '../../../src/slack/views/both-sides-modal.ts';
import { deleteModal, readDeleteModal } from '../../../src/slack/views/delete-modal.ts';
import { optionsModal } from '../../../src/slack/views/options-modal.ts';
import { whyModal } from '../../../src/slack/views/why-modal.ts';
import { wordsModal } from '../../../src/slack/views/words-modal.ts';
import { modalFaults } from '../../support/block-limits.ts';
import { assessment, KEY, marker, reading, safe } from '../../support/builders.ts';
import { assessments } from '../../support/outcomes.ts';
import { view } from '../../support/view-parts.ts';

const AT = Date.UTC(2026, 10, 22);

describe('modals', () => {
  it('stay within every limit of Slack, whatever the case holds', () => {
    fc.assert(
      fc.property(assessments(loadKnowledge()), (any) => {
        const views = [
          whyModal(any, AT, view),
          wordsModal(any, view),
          optionsModal(any, view),
          ...(any.formulation ? [bothSidesModal(any.formulation, any, AT, view)] : []),
        ];
        expect(views.flatMap(modalFaults)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});

describe('whyModal', () => {
  it('says for each claim what it rests on, in words and without source keys', () => {
    const made = assessment({
      reading: reading({
        labels: [marker('wd-denial', { evidence: [safe('it is fine'), safe('no problem')] })],
      }),
    });
    const text = JSON.stringify(whyModal(made, AT, view).blocks);
    expect(text).toContain('“it is fine”');
    expect(text).toContain('“no problem”');
    expect(text).toContain(view.say('slack.why.basis.S'));
    expect(text).not.toMatch(/\bR15\b|\[S\]|wd-denial/);
  });

  it('says so when there is nothing to explain', () => {
    expect(JSON.stringify(whyModal(assessment(), AT, view))).toContain(view.say('reply.none-seen'));
  });
});

describe('optionsModal', () => {
  const [first, second, ...others] = view.knowledge.ladder;
  const ladder = first && second ? [{ ...first, never: ['wd-denial'] }, second, ...others] : [];
  const parts = { ...view, knowledge: { ...view.knowledge, ladder } };
  const shown = (made: ReturnType<typeof assessment>) =>
    optionsModal(made, parts).blocks.map((block) => block.block_id);

  it('shows every rung, those offered first', () => {
    const consultation = [{ id: second?.id ?? '', why: 'A colleague may help.' }];
    const suggestions = { ...assessment().suggestions, consultation };
    const ids = shown(assessment({ suggestions }));
    expect(ids.slice(0, 3)).toEqual(['offered', second?.id, 'rest']);
    expect(ids).toHaveLength(ladder.length + 2);
  });

  it('leaves out rungs that are never right for what was read', () => {
    expect(
      shown(assessment({ reading: reading({ labels: [marker('wd-denial')] }) })),
    ).not.toContain(first?.id);
  });
});

describe('deleteModal', () => {
  it('carries only where the case lives, and reads it back', () => {
    const modal = deleteModal(KEY, view);
    expect(modalFaults(modal)).toEqual([]);
    expect(readDeleteModal(modal.private_metadata ?? '')).toEqual({
      channel: KEY.channel,
      thread: KEY.thread,
    });
  });

  it.each(['', 'C01', 'C01 x', 'c01 1.2', `C01 1.2 more`, '../.. 1.2'])(
    'reads nothing in %j',
    (bad) => {
      expect(readDeleteModal(bad)).toBeNull();
    },
  );
});
