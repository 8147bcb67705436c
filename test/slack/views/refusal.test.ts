import { describe, expect, it } from 'vitest';
import { type Refusal, refusal } from '../../../src/slack/views/refusal.ts';
import { messageFaults } from '../../support/block-limits.ts';
import { clear, screened } from '../../support/builders.ts';
import { view } from '../../support/view-parts.ts';

const open = { ...screened({}), responses: ['R-SUI'] };

describe('refusal', () => {
  it.each<[Refusal, string]>([
    ['channel-not-allowed', '#team-cases, #other'],
    ['only-direct', 'direct messages only'],
    ['channel-shared', 'another organisation'],
    ['channel-unchecked', 'could not check'],
    ['user-guest', 'Guests'],
    ['user-external', 'other organisations'],
    ['user-unchecked', 'could not check'],
    ['not-author', 'Only the person who brought this case'],
    ['case-gone', 'has been deleted'],
    ['leak', 'without names'],
    ['too-long', '40,000'],
    ['failed', 'went wrong on our side'],
  ])('%s says %s', (why, words) => {
    const message = refusal(why, ['team-cases', '#other'], null, view);
    expect(message.text).toContain(words);
    expect(messageFaults(message)).toEqual([]);
  });

  it('names a configured channel id by a link, so that Slack shows its name', () => {
    expect(refusal('channel-not-allowed', ['C0ALLOWED'], null, view).text).toContain(
      'these instead: <#C0ALLOWED>.',
    );
  });

  it('puts the safety steps first when the message itself raised something open', () => {
    const { blocks } = refusal('channel-not-allowed', [], open, view);
    expect(JSON.stringify(blocks[0])).toContain('Safety first');
    expect(blocks.at(-1)?.block_id).toBe('refusal');
  });

  it.each([[clear], [screened({ status: 'ask' })]])(
    'adds nothing when nothing is open',
    (safety) => {
      expect(refusal('leak', [], safety, view).blocks).toHaveLength(1);
    },
  );
});
