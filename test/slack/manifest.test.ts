import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { EVENTS, registerListeners } from '../../src/slack/listeners/register.ts';
import { CORRECTION_MODALS } from '../../src/slack/views/correction-modal.ts';
import { DELETE_MODAL } from '../../src/slack/views/delete-modal.ts';
import { EDIT_MODAL } from '../../src/slack/views/edit-modal.ts';

/** Names Slack knows (docs.slack.dev, scopes and events) that an app like this may ever ask for. */
const KNOWN_SCOPES = [
  'app_mentions:read',
  'channels:history',
  'channels:read',
  'chat:write',
  'groups:history',
  'groups:read',
  'im:history',
  'users:read',
];
/** Events and the scope without which Slack does not send them. */
const NEEDS: Readonly<Record<string, string | null>> = {
  app_uninstalled: null,
  tokens_revoked: null,
  app_mention: 'app_mentions:read',
  'message.channels': 'channels:history',
  'message.groups': 'groups:history',
  'message.im': 'im:history',
};
/** Methods that are called, with the scopes they need; the rest needs none of its own. */
const METHODS: Readonly<Record<string, readonly string[]>> = {
  'chat.postMessage': ['chat:write'],
  'chat.postEphemeral': ['chat:write'],
  'chat.update': ['chat:write'],
  'chat.delete': ['chat:write'],
  'conversations.info': ['channels:read', 'groups:read'],
  'conversations.replies': ['channels:history', 'groups:history', 'im:history'],
  'users.info': ['users:read'],
  'users.list': ['users:read'],
};

const Manifest = z.strictObject({
  _metadata: z.strictObject({ major_version: z.literal(2) }),
  display_information: z.strictObject({
    name: z.string().max(35),
    description: z.string().max(140),
    long_description: z.string().min(175).max(4_000),
    background_color: z.string().regex(/^#[0-9a-f]{6}$/),
  }),
  features: z.strictObject({
    bot_user: z.strictObject({ display_name: z.string().max(80), always_online: z.boolean() }),
    app_home: z.strictObject({
      home_tab_enabled: z.boolean(),
      messages_tab_enabled: z.literal(true),
      messages_tab_read_only_enabled: z.literal(false),
    }),
  }),
  oauth_config: z.strictObject({
    scopes: z.strictObject({ bot: z.array(z.string()), bot_optional: z.array(z.string()) }),
  }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({ bot_events: z.array(z.string()) }),
    interactivity: z.strictObject({ is_enabled: z.boolean() }),
    org_deploy_enabled: z.literal(false),
    socket_mode_enabled: z.literal(true),
    token_rotation_enabled: z.literal(false),
  }),
});

const text = readFileSync('manifest.yml', 'utf8');
const manifest = Manifest.parse(load(text));
const { scopes } = manifest.oauth_config;
const { bot_events: events } = manifest.settings.event_subscriptions;

/** What the real registration registers. */
function registered() {
  const found = { events: [] as string[], actions: [] as string[], views: [] as string[] };
  const app = {
    use: () => undefined,
    event: (name: string) => void found.events.push(name),
    action: ({ type }: { type: string }) => void found.actions.push(type),
    view: (constraints: { callback_id: string }) => void found.views.push(constraints.callback_id),
  };
  registerListeners(app as never, { view: {} } as never);
  return found;
}

describe('manifest', () => {
  it('subscribes to exactly the events that are listened to', () => {
    const kinds = [...new Set(events.map((event) => event.split('.')[0]))];
    expect(kinds.sort()).toEqual([...EVENTS].sort());
    expect(registered().events.sort()).toEqual([...EVENTS].sort());
  });

  it('has interactivity for the buttons and the modal', () => {
    expect(registered()).toMatchObject({
      actions: ['block_actions'],
      views: [DELETE_MODAL, EDIT_MODAL, ...Object.keys(CORRECTION_MODALS)],
    });
    expect(manifest.settings.interactivity.is_enabled).toBe(true);
  });

  it('asks for nothing that Slack does not know and nothing twice', () => {
    expect(scopes.bot.filter((scope) => !KNOWN_SCOPES.includes(scope))).toEqual([]);
    expect(events.filter((event) => !(event in NEEDS))).toEqual([]);
    expect(new Set(scopes.bot).size).toBe(scopes.bot.length);
  });

  it('asks for exactly the scopes that its events and calls need', () => {
    const needed = [
      ...events.map((event) => NEEDS[event] ?? null),
      ...Object.values(METHODS).flat(),
    ].filter((scope) => scope !== null);
    expect([...new Set(needed)].sort()).toEqual([...scopes.bot].sort());
  });

  it('works without the histories of channels', () => {
    expect(scopes.bot_optional).toEqual(['channels:history', 'groups:history']);
    expect(scopes.bot_optional.filter((scope) => !scopes.bot.includes(scope))).toEqual([]);
  });

  it.each(scopes.bot)('says why it asks for %s', (scope) => {
    expect(text).toMatch(new RegExp(`- ${scope} # \\w.{10,}`));
  });
});
