import { describe, expect, it } from 'vitest';
import { sharedCopy } from '../../../src/pipeline/share/shared-copy.ts';
import { assessment, kase, OTHER, safe, turn } from '../../support/builders.ts';

const key = { team: 'T01TEST', channel: 'C09OTHER', thread: '1800000000.000100' };
const place = { key, id: 'shared-1', root: { turn: 'root', ts: key.thread } };
const copy = (over: Parameters<typeof kase>[0]) =>
  sharedCopy(kase(over), place, (id) => `new-${id}`);

describe('sharedCopy', () => {
  it('lives in its new place under an id of its own, with the message that opened it', () => {
    const made = copy({ assessment: assessment() });
    expect(made).toMatchObject({
      key,
      id: 'shared-1',
      replies: [{ turn: 'root', ts: key.thread }],
    });
    expect(made.assessment).toEqual(assessment());
  });

  it('takes the author’s turns under new ids, without edits that were not read', () => {
    const { kind: _kind, unreadable: _why, ...own } = turn({ id: 'a' });
    const pending = { id: 'e', at: 1, text: safe('Changed.'), removed: {}, flags: [] };
    const { turns } = copy({
      turns: [
        { ...own, pending },
        { ...own, id: 'b', author: OTHER },
      ],
    });
    expect(turns.map(({ id }) => id)).toEqual(['new-a']);
    expect(turns[0]).not.toHaveProperty('pending');
  });

  it('leaves behind what was private: follow-ups, plan, own guess, whether it helped', () => {
    const made = copy({ helpful: 'not-helpful', tapped: ['wd-denial'] });
    expect(made).toMatchObject({ helpful: null, tries: [], plan: null, hypothesis: null });
    expect(made.tapped).toEqual(['wd-denial']);
  });
});
