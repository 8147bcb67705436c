import { describe, expect, it } from 'vitest';
import { ready } from '../../../src/pipeline/thread/held.ts';
import { act, KEY, OTHER, turn } from '../../support/builders.ts';

const held = { ...turn(), held: true as const };
const plain = turn({ id: 'turn-2', ts: '1700000001.000100', at: 500 });
const gone = {
  ...{ kind: 'retraction' as const, id: 'r', turn: 'turn-1', ts: KEY.thread, by: OTHER, at: 9 },
};

describe('ready', () => {
  it.each([
    ['nothing of a held turn', [held], [], []],
    ['a plain turn beside a held one', [held, plain], ['turn-2'], ['turn-2']],
    [
      'a held turn its author sent',
      [held, act('send', { value: 'turn-1' })],
      ['turn-1', 'act-send'],
      ['act-send', 'turn-1'],
    ],
    [
      'nothing when somebody else sent it',
      [held, act('send', { value: 'turn-1', by: OTHER })],
      [],
      ['act-send'],
    ],
    ['nothing of sending what is gone', [act('send', { value: 'turn-1' })], [], ['act-send']],
    ['a deletion, which takes the held turn with it', [held, gone], ['r'], ['r', 'turn-1']],
    [
      'a deletion although it was sent',
      [held, act('send', { value: 'turn-1' }), gone],
      ['r'],
      ['act-send', 'r', 'turn-1'],
    ],
  ])('is %s', (_, waiting, events, done) => {
    const found = ready(waiting);
    expect(found.events.map(({ id }) => id)).toEqual(events);
    expect([...found.done].sort()).toEqual([...done].sort());
  });

  it('lets a sent turn through as an ordinary one, in the order of writing', () => {
    const { events } = ready([held, plain, act('send', { value: 'turn-1' })]);
    expect(events.map(({ id }) => id)).toEqual(['turn-2', 'turn-1', 'act-send']);
    expect(events[1]).not.toHaveProperty('held');
  });
});
