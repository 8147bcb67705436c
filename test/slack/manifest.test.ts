import { globSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { MODAL_RULES } from '../../src/slack/guards/rule-of.ts';
import {
  COMMANDS,
  EVENTS,
  registerListeners,
  SHORTCUTS,
} from '../../src/slack/listeners/register.ts';
import { suggestedPrompts } from '../../src/slack/views/prompts.ts';
import { view } from '../support/view-parts.ts';

/** Names Slack knows (docs.slack.dev, scopes and events) that an app like this may ever ask for. */
const KNOWN_SCOPES = [
  'app_mentions:read',
  'assistant:write',
  'channels:history',
  'channels:read',
  'chat:write',
  'commands',
  'files:write',
  'groups:history',
  'groups:read',
  'im:history',
  'im:read',
  'im:write',
  'reactions:write',
  'team:read',
  'usergroups:read',
  'users:read',
];
/** Events and the scope without which Slack does not send them. */
const NEEDS: Readonly<Record<string, string | null>> = {
  app_home_opened: null,
  app_uninstalled: null,
  tokens_revoked: null,
  app_mention: 'app_mentions:read',
  'message.channels': 'channels:history',
  'message.groups': 'groups:history',
  'message.im': 'im:history',
};
/** Methods that are called, with the scopes they need; `views.*` and `auth.test` need none. */
const METHODS: Readonly<Record<string, readonly string[]>> = {
  'assistant.threads.setStatus': ['chat:write'],
  'assistant.threads.setSuggestedPrompts': ['assistant:write'],
  'auth.revoke': [],
  'auth.test': [],
  'chat.delete': ['chat:write'],
  'chat.getPermalink': [],
  'chat.postEphemeral': ['chat:write'],
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  'conversations.info': ['channels:read', 'groups:read'],
  'conversations.open': ['im:write'],
  'conversations.history': ['channels:history', 'groups:history', 'im:history'],
  'conversations.replies': ['channels:history', 'groups:history', 'im:history'],
  'files.completeUploadExternal': ['files:write'],
  'files.getUploadURLExternal': ['files:write'],
  'files.uploadV2': ['files:write'],
  filesUploadV2: ['files:write'],
  'usergroups.list': ['usergroups:read'],
  'usergroups.users.list': ['usergroups:read'],
  'users.conversations': ['channels:read', 'groups:read'],
  'users.info': ['users:read'],
  'users.list': ['users:read'],
  'views.open': [],
  'views.publish': [],
  'views.push': [],
  'views.update': [],
};

interface Manifest {
  readonly features: {
    readonly app_home: Readonly<Record<string, boolean>>;
    readonly agent_view: { readonly suggested_prompts: readonly object[] };
    readonly shortcuts: readonly { readonly type: string; readonly callback_id: string }[];
    readonly slash_commands: readonly { readonly command: string }[];
  };
  readonly oauth_config: {
    readonly scopes: { readonly bot: readonly string[]; readonly bot_optional: readonly string[] };
  };
  readonly settings: {
    readonly event_subscriptions: { readonly bot_events: readonly string[] };
    readonly interactivity: { readonly is_enabled: boolean };
  };
}

const text = readFileSync('manifest.yml', 'utf8');
const manifest = load(text) as Manifest;
const { scopes } = manifest.oauth_config;
const { bot_events: events } = manifest.settings.event_subscriptions;

/** Slack's published schema (test/fixtures/slack-manifest-schema), as a check. */
function publishedSchema() {
  const read = (name: string) =>
    JSON.parse(readFileSync(`test/fixtures/slack-manifest-schema/${name}`, 'utf8')) as object;
  const base = 'https://raw.githubusercontent.com/slackapi/manifest-schema/v0.5.0/schemas/';
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
  for (const version of ['1.0.0', '2.0.0']) {
    const name = `manifest.schema.${version}.json`;
    ajv.addSchema(read(name), `${base}${name}`);
  }
  return ajv.compile(read('manifest.schema.json'));
}

/** What the real registration registers. */
function registered() {
  const found = {
    events: [] as string[],
    actions: [] as string[],
    views: [] as string[],
    commands: [] as string[],
    shortcuts: [] as string[],
  };
  const app = {
    use: () => undefined,
    event: (name: string) => void found.events.push(name),
    action: ({ type }: { type: string }) => void found.actions.push(type),
    view: ({ callback_id }: { callback_id: string }) => void found.views.push(callback_id),
    command: (name: string) => void found.commands.push(name),
    shortcut: (of: { type: string; callback_id: string }) =>
      void found.shortcuts.push(`${of.type} ${of.callback_id}`),
  };
  registerListeners(app as never, { view: {} } as never);
  return found;
}

describe('manifest', () => {
  const valid = publishedSchema();

  it('is valid by the schema Slack publishes', () => {
    valid(manifest);
    expect(valid.errors ?? []).toEqual([]);
  });

  it.each([
    ['an unknown feature', { features: { teleport: {} } }],
    ['a name that is too long', { display_information: { name: 'x'.repeat(36) } }],
    ['a command without its sign', { features: { slash_commands: [{ command: 'impasse' }] } }],
    ['five prompts', { features: { agent_view: { suggested_prompts: Array(5).fill({}) } } }],
  ])('would be refused with %s', (_what, over) => {
    expect(valid({ ...manifest, ...over })).toBe(false);
  });

  it('subscribes to exactly the events that are listened to', () => {
    const kinds = [...new Set(events.map((event) => event.split('.')[0]))];
    expect(kinds.sort()).toEqual([...EVENTS].sort());
    expect(registered().events.sort()).toEqual([...EVENTS].sort());
  });

  it('has exactly the commands and shortcuts that are listened to', () => {
    const { slash_commands, shortcuts } = manifest.features;
    expect(slash_commands.map(({ command }) => command)).toEqual([...COMMANDS]);
    expect(registered().commands).toEqual([...COMMANDS]);
    expect(shortcuts.map(({ type, callback_id }) => `${type}_action ${callback_id}`)).toEqual(
      registered().shortcuts,
    );
    expect(shortcuts.map(({ callback_id }) => callback_id)).toEqual([...SHORTCUTS]);
  });

  it('has interactivity for the buttons and the modals, each of which has a rule', () => {
    const { actions, views } = registered();
    expect(actions).toEqual(['block_actions']);
    expect(views.filter((callback) => !(callback in MODAL_RULES))).toEqual([]);
    expect(manifest.settings.interactivity.is_enabled).toBe(true);
  });

  it('offers the prompts the program answers', () => {
    expect(manifest.features.agent_view.suggested_prompts).toEqual(suggestedPrompts(view));
    expect(manifest.features.app_home).toMatchObject({
      home_tab_enabled: true,
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: false,
    });
  });

  it('asks for nothing that Slack does not know and nothing twice', () => {
    expect(scopes.bot.filter((scope) => !KNOWN_SCOPES.includes(scope))).toEqual([]);
    expect(events.filter((event) => !(event in NEEDS))).toEqual([]);
    expect(new Set(scopes.bot).size).toBe(scopes.bot.length);
  });

  it('asks for exactly the scopes that its events and calls need, beside those of entry points', () => {
    const needed = [
      ...events.map((event) => NEEDS[event] ?? null),
      ...Object.values(METHODS).flat(),
      'commands',
    ].filter((scope) => scope !== null);
    expect([...new Set(needed)].sort()).toEqual([...scopes.bot].sort());
  });

  it('knows the scopes of every method that the program calls', () => {
    const called = globSync('src/slack/**/*.ts').flatMap((file) =>
      [
        ...readFileSync(file, 'utf8').matchAll(
          /\b(?:client\.)?((?:assistant\.threads|auth|chat|conversations|files|reactions|usergroups(?:\.users)?|users|views)\.(?!includes|map|filter|some|join|slice)[a-z]\w+|filesUploadV2)\(/g,
        ),
      ].map(([, method = '']) => method),
    );
    expect(called.length).toBeGreaterThan(20);
    expect(called.filter((method) => !(method in METHODS))).toEqual([]);
  });

  it('works without the histories of channels and without prompts', () => {
    expect(scopes.bot_optional).toEqual(['assistant:write', 'channels:history', 'groups:history']);
    expect(scopes.bot_optional.filter((scope) => !scopes.bot.includes(scope))).toEqual([]);
  });

  it.each(scopes.bot)('says why it asks for %s', (scope) => {
    expect(text).toMatch(new RegExp(`- ${scope} # \\w.{10,}`));
  });
});
