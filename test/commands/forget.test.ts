import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CommandContext } from '../../src/commands/command.ts';
import { forgetCommand } from '../../src/commands/forget.ts';
import { openRemover } from '../../src/slack/open-remover.ts';
import { openState, type State } from '../../src/state/open-state.ts';
import { caseThread } from '../state/examples.ts';
import { DAY, keyLine } from '../state/homes.ts';
import { AUTHOR, KEY } from '../support/builders.ts';
import { FakeSlack } from '../support/fake-slack.ts';
import { serveSlack } from '../support/serve-slack.ts';

const REPLY = '1700000000.000200';
const THREAD = `${KEY.team}/${KEY.channel}/${KEY.thread}`;

let slack: FakeSlack;
let api: Awaited<ReturnType<typeof serveSlack>>;
let state: State;
let said: string[];
beforeEach(async () => {
  slack = new FakeSlack();
  api = await serveSlack(slack);
  state = await openState({ keys: keyLine('test') });
  said = [];
  const kase = caseThread(KEY, { author: AUTHOR, replies: [{ turn: 't', ts: REPLY }] });
  await state.store.commit({ ...KEY }, kase, [], DAY);
  const place = { channel: KEY.channel, thread: KEY.thread, text: '' };
  slack.messages.set(REPLY, { ...place, ts: REPLY, blocks: [{ block_id: 'turn:t' }] });
  const stray = '1700000000.000300';
  slack.messages.set(stray, { ...place, ts: stray, blocks: [{ block_id: 'turn:u' }] });
});
afterEach(() => api.stop());

/** Runs the command as the command line does, with or without a token. */
function forget(flags: Record<string, string>, token: string | null) {
  const context: CommandContext = {
    input: () => {
      throw new Error('no input');
    },
    engine: () => {
      throw new Error('no engine');
    },
    write: (line) => void said.push(line),
    complain: (line) => void said.push(line),
    model: async () => null,
    flags: new Map(Object.entries(flags)),
    state: async () => state,
    retentionMs: () => 30 * DAY,
    remover: async () => (token === null ? null : openRemover(token, api.url)),
    env: {},
    dataFile: () => null,
    now: () => new Date(),
  };
  return forgetCommand.run(context);
}

describe('forget', () => {
  it.each([
    ['a thread', { thread: THREAD }],
    ['a person', { team: KEY.team, user: AUTHOR }],
    ['a workspace', { team: KEY.team }],
  ])('%s deletes the case and every message of the bot in its thread', async (_, flags) => {
    expect(await forget(flags, 'xoxb-test')).toBe(0);
    expect([...slack.messages.keys()]).toEqual([]);
    expect(said).toEqual([
      '1 threads deleted, 0 kept without that person’s part.',
      'The bot’s messages in Slack are deleted too.',
    ]);
  });

  it.each([
    ['a thread', { thread: THREAD }],
    ['a person', { team: KEY.team, user: AUTHOR }],
    ['a workspace', { team: KEY.team }],
  ])('%s deletes the rehearsals in direct messages as well', async (_, flags) => {
    const [channel, root, answer] = ['D01DIRECT', '1800000000.000100', '1800000000.000200'];
    const id = `${channel}:${root}`;
    const place = { person: AUTHOR, about: KEY };
    const ties = { people: [AUTHOR], thread: KEY, ttlMs: DAY };
    await state.records.change({ team: KEY.team, kind: 'rehearsal-place', id }, () => place, ties);
    const message = { channel, text: '', blocks: [{ block_id: 'turn:r' }] };
    slack.messages.set(root, { ...message, ts: root, thread: '' });
    slack.messages.set(answer, { ...message, ts: answer, thread: root });
    expect(await forget(flags, 'xoxb-test')).toBe(0);
    expect([...slack.messages.keys()]).toEqual([]);
  });

  it('waits as Slack asks', async () => {
    let busy = 1;
    slack.answers.set('chat.delete', () => {
      busy -= 1;
      const headers = { 'retry-after': '1' };
      return busy >= 0 ? new Response('', { status: 429, headers }) : undefined;
    });
    expect(await forget({ thread: THREAD }, 'xoxb-test')).toBe(0);
    expect([...slack.messages.keys()]).toEqual([]);
  });

  it('says what still stands without a token', async () => {
    expect(await forget({ thread: THREAD }, null)).toBe(0);
    expect(said.join('\n')).toContain('SLACK_BOT_TOKEN is not set');
    expect(said.at(-1)).toBe(`  ${THREAD}`);
  });

  it.each([
    ['a message that may not be deleted', 'chat.delete', 'cant_delete_message', '2 messages'],
    ['a token that is refused', 'auth.test', 'invalid_auth', 'could not be asked'],
  ])('says what still stands of %s', async (_, method, error, words) => {
    slack.answers.set(method, () => ({ ok: false, error }));
    expect(await forget({ thread: THREAD }, 'xoxb-test')).toBe(1);
    expect(said.at(-1)).toContain(words);
  });
});
