import { describe, expect, it } from 'vitest';
import { writtenByPerson } from '../../../src/slack/guards/loop.ts';

const message = { channel: 'C01', ts: '1.1', user: 'U01', text: 'hello' };

describe('writtenByPerson', () => {
  it.each([
    ['a plain message', {}, true],
    ['a message with a file', { subtype: 'file_share' }, true],
    ['a reply also sent to the channel', { subtype: 'thread_broadcast' }, true],
    ['our own message', { user: 'U0BOT' }, false],
    ['another bot', { bot_id: 'B01' }, false],
    ['another bot with a user', { subtype: 'bot_message', bot_id: 'B01' }, false],
    ['Slackbot', { user: 'USLACK' }, false],
    ['a message without a user', { user: undefined }, false],
    ['an edit', { subtype: 'message_changed', hidden: true }, false],
    ['a deletion', { subtype: 'message_deleted', hidden: true }, false],
    ['somebody joining', { subtype: 'channel_join' }, false],
    ['a hidden message', { hidden: true }, false],
  ])('%s → %s', (_what, over, expected) => {
    expect(writtenByPerson({ ...message, ...over }, 'U0BOT')).toBe(expected);
  });
});
