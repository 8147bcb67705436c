import type { Receiver, ReceiverEvent } from '@slack/bolt';
import { untilAborted, withSignal } from './break-off.ts';
import { AUTHOR, KEY } from './builders.ts';
import { elementsOf } from './elements-of.ts';
import { answerOf, BOT, type Call, type Standing } from './fake-answers.ts';

type App = Parameters<Receiver['init']>[0];

export type { Call, Standing } from './fake-answers.ts';

/**
 * A workspace in memory behind the two doors of the app: payloads go in through a receiver, calls
 * come out through `fetch`. Strict about nothing but what the tests ask.
 */
export class FakeSlack {
  readonly calls: Call[] = [];
  readonly messages = new Map<string, Standing>();
  /** Answers instead of the usual one, by method. */
  readonly answers = new Map<string, (args: Call['args']) => unknown>();
  /** What the last payload was acknowledged with. */
  answered: unknown;
  #app: App | null = null;
  #count = 0;

  readonly receiver: Receiver = {
    init: (app) => {
      this.#app = app;
    },
    start: async () => undefined,
    stop: async () => undefined,
  };

  readonly fetch = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const method = String(input instanceof Request ? input.url : input).replace(/^.*\/api\//, '');
    const args = Object.fromEntries(new URLSearchParams(String(init?.body ?? '')));
    this.calls.push({ method, args });
    const special = untilAborted(this.answers.get(method)?.(args), init?.signal);
    const answer = (await special) ?? this.#answer({ method, args });
    if (answer instanceof Response) return withSignal(answer, init?.signal);
    return Response.json({ ok: true, ...(answer as object) });
  };

  #answer(call: Call): object {
    return answerOf(call, this.messages, () => {
      this.#count += 1;
      return this.#count;
    });
  }

  /** Sends one payload; resolves with what Slack would see: acknowledged or failed. */
  async send(body: ReceiverEvent['body'], retryNum?: number): Promise<'acknowledged' | 'failed'> {
    let acknowledged = false;
    const event: ReceiverEvent = {
      body,
      ack: async (answer?: unknown) => {
        acknowledged = true;
        this.answered = answer;
      },
      ...(retryNum === undefined ? {} : { retryNum }),
    };
    try {
      await this.#app?.processEvent(event);
    } catch {
      return 'failed';
    }
    return acknowledged ? 'acknowledged' : 'failed';
  }

  #envelope(event: Record<string, unknown>, id: string) {
    return {
      ...{ type: 'event_callback', event_id: id, event_time: 1, token: 'x', api_app_id: 'A01' },
      ...{ team_id: KEY.team, event },
      authorizations: [{ enterprise_id: null, team_id: KEY.team, user_id: BOT.user, is_bot: true }],
    };
  }

  /** Somebody mentions us; a `thread` makes it a reply. */
  mention(
    text: string,
    over: { user?: string; channel?: string; ts?: string; thread?: string; again?: number } = {},
  ) {
    const { user = AUTHOR, channel = KEY.channel, ts = KEY.thread, thread } = over;
    const event = { type: 'app_mention', user, channel, ts, text: `<@${BOT.user}> ${text}` };
    return this.send(
      this.#envelope({ ...event, ...(thread ? { thread_ts: thread } : {}) }, `Ev${ts}a`),
      over.again,
    );
  }

  /** Somebody writes without mentioning us. */
  say(text: string, over: { user?: string; channel?: string; ts: string; thread?: string }) {
    const { user = AUTHOR, channel = KEY.channel, ts, thread } = over;
    const kind = channel.startsWith('D') ? 'im' : 'channel';
    const event = { type: 'message', channel_type: kind, user, channel, ts, text };
    return this.send(
      this.#envelope({ ...event, ...(thread ? { thread_ts: thread } : {}) }, `Ev${ts}m`),
    );
  }

  /** Somebody changes the words of a message. */
  edit(
    text: string,
    over: {
      user?: string;
      channel?: string;
      ts?: string;
      thread?: string;
      at?: string;
      /** Slack adds a link preview; nobody changed anything. */
      preview?: true;
    } = {},
  ) {
    const { user = AUTHOR, channel = KEY.channel, ts = KEY.thread, thread, at } = over;
    const editedTs = at ?? `${Number(ts.split('.')[0]) + 30}.000100`;
    const common = { type: 'message', user, ts, ...(thread ? { thread_ts: thread } : {}) };
    return this.send(
      this.#envelope(
        {
          ...{ type: 'message', subtype: 'message_changed', hidden: true, channel },
          channel_type: channel.startsWith('D') ? 'im' : 'channel',
          message: { ...common, text, ...(over.preview ? {} : { edited: { user, ts: editedTs } }) },
          previous_message: { ...common, text: 'the words before' },
          ...{ ts: editedTs, event_ts: editedTs },
        },
        `Ev${editedTs}e`,
      ),
    );
  }

  /** Somebody deletes a message; one with replies leaves a tombstone. */
  remove(
    over: { user?: string; channel?: string; ts?: string; thread?: string; tombstone?: true } = {},
  ) {
    const { user = AUTHOR, channel = KEY.channel, ts = KEY.thread, thread, tombstone } = over;
    const before = {
      type: 'message',
      user,
      ts,
      text: 'gone',
      ...(thread ? { thread_ts: thread } : {}),
    };
    const grave = { ...before, subtype: 'tombstone', user: 'USLACKBOT', hidden: true };
    const what = tombstone
      ? { subtype: 'message_changed', message: grave }
      : { subtype: 'message_deleted', deleted_ts: ts };
    return this.send(
      this.#envelope(
        { type: 'message', hidden: true, channel, ts: `${ts}9`, previous_message: before, ...what },
        `Ev${ts}d`,
      ),
    );
  }

  /** Slack tells that the app was taken out, or its token away. */
  uninstall(type: 'app_uninstalled' | 'tokens_revoked' = 'app_uninstalled', bot = ['U0IMPASSE']) {
    const tokens = type === 'tokens_revoked' ? { tokens: { oauth: [], bot } } : {};
    return this.send(this.#envelope({ type, ...tokens }, `Ev${type}`));
  }

  /** Somebody presses a button of the newest message of ours that has it. */
  press(actionId: string, over: { user?: string; at?: number } = {}) {
    return this.#act(actionId, over, {});
  }

  /** Somebody chooses from a list of the newest message of ours that has it. */
  choose(actionId: string, option: string, over: { user?: string; at?: number } = {}) {
    return this.#act(actionId, over, { option });
  }

  #act(
    actionId: string,
    { user = AUTHOR, at }: { user?: string; at?: number },
    { option }: { option?: string },
  ) {
    const found = [...this.messages.values()]
      .reverse()
      .flatMap((message) => elementsOf(message.blocks).map((element) => ({ message, element })))
      .find(({ element }) => String(element.action_id).startsWith(actionId));
    if (!found) throw new Error(`No button ${actionId} stands in the workspace.`);
    const { message, element } = found;
    const options = (element.options ?? []) as { value: string }[];
    const selected_option = options.find(({ value }) => value.split(' ').at(-1) === option);
    if (option !== undefined && !selected_option) throw new Error(`No ${option} can be chosen.`);
    const seconds = at === undefined ? 1_900_000_000 + this.calls.length : Math.floor(at / 1000);
    return this.send({
      type: 'block_actions',
      user: { id: user, team_id: KEY.team },
      team: { id: KEY.team },
      channel: { id: message.channel },
      message: {
        ...{ ts: message.ts, blocks: message.blocks },
        ...(message.thread ? { thread_ts: message.thread } : {}),
      },
      trigger_id: `trigger-${this.calls.length}`,
      actions: [
        {
          ...{ type: 'button', ...element, action_ts: `${seconds}.${this.calls.length + 1}` },
          ...(selected_option ? { selected_option } : {}),
        },
      ],
    });
  }

  /** Somebody presses a button of our newest private note; Slack sends no message with it. */
  pressNote(actionId: string, over: { user?: string } = {}) {
    const {
      channel = '',
      thread_ts: thread,
      user,
      blocks,
    } = this.called('chat.postEphemeral').at(-1) ?? {};
    const element = elementsOf(JSON.parse(blocks ?? '[]')).find(
      (each) => each.action_id === actionId,
    );
    if (!element) throw new Error(`No button ${actionId} stands in the newest note.`);
    return this.send({
      type: 'block_actions',
      user: { id: over.user ?? user, team_id: KEY.team },
      team: { id: KEY.team },
      channel: { id: channel },
      container: {
        ...{ type: 'message', message_ts: '1800000900.000100', channel_id: channel },
        ...{ is_ephemeral: true, ...(thread ? { thread_ts: thread } : {}) },
      },
      trigger_id: `trigger-${this.calls.length}`,
      actions: [
        { type: 'button', ...element, action_ts: `${1_900_000_000 + this.calls.length}.1` },
      ],
    });
  }

  /** Somebody types the command. */
  command(text: string, over: { user?: string; channel?: string } = {}) {
    const { user = AUTHOR, channel = KEY.channel } = over;
    return this.send({
      ...{ command: '/impasse', text, user_id: user, channel_id: channel, team_id: KEY.team },
      ...{ trigger_id: `trigger-${this.calls.length}`, token: 'x', response_url: 'https://x' },
    });
  }

  /** The modal opened last. */
  modal(): Readonly<Record<string, unknown>> & { readonly private_metadata: string } {
    const opened = this.calls.filter(({ method }) => /^views\.(?:open|push)$/.test(method));
    return JSON.parse(opened.at(-1)?.args.view ?? '{}');
  }

  /** Somebody presses a button in the modal opened last. */
  pressInModal(actionId: string, over: { user?: string } = {}) {
    const { private_metadata, blocks } = this.modal();
    const element = elementsOf(blocks as Standing['blocks']).find(
      (each) => each.action_id === actionId,
    );
    if (!element) throw new Error(`No button ${actionId} stands in the modal.`);
    return this.send({
      type: 'block_actions',
      user: { id: over.user ?? AUTHOR, team_id: KEY.team },
      team: { id: KEY.team },
      container: { type: 'view', view_id: 'V01' },
      view: { id: 'V01', type: 'modal', private_metadata },
      trigger_id: `trigger-${this.calls.length}`,
      actions: [
        { type: 'button', ...element, action_ts: `${1_900_000_000 + this.calls.length}.1` },
      ],
    });
  }

  /** Somebody submits the modal opened last, with these texts or choices in its fields. */
  submit(
    fields: Readonly<Record<string, string | readonly string[]>>,
    over: { user?: string } = {},
  ) {
    const { callback_id, private_metadata } = this.modal();
    const values = Object.entries(fields).map(([block, value]) => [
      block,
      {
        text: Array.isArray(value)
          ? { type: 'checkboxes', selected_options: value.map((one) => ({ value: one })) }
          : { type: 'plain_text_input', value },
      },
    ]);
    return this.send({
      type: 'view_submission',
      user: { id: over.user ?? AUTHOR, team_id: KEY.team },
      team: { id: KEY.team },
      view: {
        ...{ id: `V${this.calls.length}`, type: 'modal', callback_id, private_metadata },
        state: { values: Object.fromEntries(values) },
      },
    });
  }

  /** Somebody submits the modal opened last, with one thing chosen from its list. */
  submitChoice(block: string, value: string, over: { user?: string } = {}) {
    const { callback_id, private_metadata } = this.modal();
    const chosen = { [block]: { type: 'static_select', selected_option: { value } } };
    return this.send({
      type: 'view_submission',
      user: { id: over.user ?? AUTHOR, team_id: KEY.team },
      team: { id: KEY.team },
      view: {
        ...{ id: `V${this.calls.length}`, type: 'modal', callback_id, private_metadata },
        state: { values: { [block]: chosen } },
      },
    });
  }

  /** Calls of one method, oldest first. */
  called(method: string): Call['args'][] {
    return this.calls.filter((call) => call.method === method).map(({ args }) => args);
  }

  /** Everything a person can read in our messages of a thread, oldest first. */
  shown(thread: string = KEY.thread): string[] {
    return [...this.messages.values()]
      .filter((message) => message.thread === thread)
      .map((message) => textOf(message.blocks));
  }
}

/** All text in blocks, in order. */
export function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).filter(Boolean).join('\n');
  if (typeof value !== 'object' || value === null) return '';
  const { text, ...rest } = value as { text?: unknown };
  const own = typeof text === 'string' ? text : textOf(text);
  return [own, ...Object.values(rest).map(textOf)].filter(Boolean).join('\n');
}
