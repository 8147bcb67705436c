import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One message of ours in a workspace. */
export interface Put {
  readonly ts: string;
  readonly channel: string;
  readonly thread: string;
  text: string;
}

const TOKEN_SECONDS = 12 * 60 * 60;

/** A workspace, or an organisation of several, where the app can be installed. */
export class Tenant {
  readonly id: string;
  /** Set for an organisation. */
  readonly wide: boolean;
  /** True when tokens expire. */
  readonly rotates: boolean;
  readonly calls: { readonly method: string; readonly args: Readonly<Record<string, string>> }[] =
    [];
  readonly put = new Map<string, Put>();
  /** Tokens that Slack still takes. */
  readonly tokens = new Set<string>();
  /** Refresh tokens that were not used yet. */
  readonly refresh = new Set<string>();
  renewed = 0;
  /** What its tokens may do, as Slack says in a header; null says nothing. */
  scopes: readonly string[] | null = null;
  /** True while no message is taken (503). */
  silent = false;
  #count = 0;

  constructor(id: string, given: { wide?: boolean; rotates?: boolean } = {}) {
    this.id = id;
    this.wide = given.wide ?? false;
    this.rotates = given.rotates ?? false;
  }

  get botUser(): string {
    return `U0BOT${this.id}`;
  }

  /** A new bot token, as it is given for a code or a refresh token. */
  issue(): object {
    const token = `xoxb-${this.id}-${randomUUID()}`;
    this.tokens.add(token);
    if (!this.rotates) return { access_token: token, token_type: 'bot' };
    const refresh = `xoxe-1-${this.id}-${randomUUID()}`;
    this.refresh.add(refresh);
    return {
      ...{ access_token: token, token_type: 'bot' },
      ...{ refresh_token: refresh, expires_in: TOKEN_SECONDS },
    };
  }

  answer(method: string, args: Readonly<Record<string, string>>): object {
    this.calls.push({ method, args });
    const { channel = '', thread_ts: thread = '', text = '', user = '', ts = '' } = args;
    const shown = `${text} ${args.blocks ?? ''}`;
    switch (method) {
      case 'auth.test':
        return {
          team_id: this.id,
          user_id: this.botUser,
          bot_id: `B0${this.id}`,
          url: 'https://x/',
        };
      case 'conversations.info':
        return {
          channel: { id: channel, name: 'case-consult', is_channel: true, is_member: true },
        };
      case 'conversations.open':
        return { channel: { id: `D0${args.users ?? ''}` } };
      case 'users.info':
        return { user: { id: user, team_id: args.team_id ?? this.id, ...this.#member(args) } };
      case 'chat.postMessage': {
        this.#count += 1;
        const posted = `1800000000.${String(this.#count).padStart(6, '0')}`;
        this.put.set(posted, { ts: posted, channel, thread, text: shown });
        return { ts: posted, channel };
      }
      case 'chat.update': {
        const standing = this.put.get(ts);
        if (standing) standing.text = shown;
        return { ts, channel };
      }
      case 'chat.delete':
        this.put.delete(ts);
        return {};
      default:
        return {};
    }
  }

  #member(args: Readonly<Record<string, string>>): object {
    return this.wide ? { enterprise_user: { enterprise_id: this.id }, team_id: args.team_id } : {};
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** Slack's Web API for several workspaces behind one address; a token opens its own workspace only. */
export class ManySlacks {
  readonly tenants: readonly Tenant[];
  /** Calls with a token nobody gave out. */
  refused = 0;
  exchanged = 0;
  readonly #codes = new Map<string, Tenant>();
  readonly #server: Server;

  constructor(...tenants: Tenant[]) {
    this.tenants = tenants;
    this.#server = createServer((request, response) => {
      this.#serve(request).then(
        ({ status, body, scopes = null }) => {
          const told = scopes === null ? {} : { 'x-oauth-scopes': scopes.join(',') };
          response.writeHead(status, { 'content-type': 'application/json', ...told });
          response.end(JSON.stringify(body));
        },
        () => response.destroy(),
      );
    });
  }

  async start(): Promise<string> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/api/`;
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  /** What Slack sends a browser back with when somebody allows the install there. */
  allow(tenant: Tenant): string {
    const code = randomUUID();
    this.#codes.set(code, tenant);
    return code;
  }

  async #serve(
    request: IncomingMessage,
  ): Promise<{ status: number; body: object; scopes?: Tenant['scopes'] }> {
    const method = String(request.url).replace(/^.*\/api\//, '');
    const args = Object.fromEntries(new URLSearchParams(await bodyOf(request)));
    if (method === 'oauth.v2.access') return { status: 200, body: this.#exchange(args) };
    if (method === 'api.test') return { status: 200, body: { ok: true } };
    const token = String(request.headers.authorization).replace(/^Bearer /, '');
    const tenant = this.tenants.find(({ tokens }) => tokens.has(token));
    if (tenant === undefined) {
      this.refused += 1;
      return { status: 200, body: { ok: false, error: 'invalid_auth' } };
    }
    if (tenant.silent && method === 'chat.postMessage') return { status: 503, body: {} };
    if (method === 'auth.revoke') tenant.tokens.delete(token);
    const body = { ok: true, ...tenant.answer(method, args) };
    return { status: 200, body, scopes: tenant.scopes };
  }

  #exchange({ code = '', refresh_token: refresh = '', ...args }: Record<string, string>): object {
    this.exchanged += 1;
    if (args.client_id !== '1.2' || args.client_secret !== 'hush') {
      return { ok: false, error: 'bad_client_secret' };
    }
    if (args.grant_type === 'refresh_token') {
      const owner = this.tenants.find((each) => each.refresh.delete(refresh));
      if (owner === undefined) return { ok: false, error: 'invalid_refresh_token' };
      owner.renewed += 1;
      return { ok: true, ...owner.issue() };
    }
    const tenant = this.#codes.get(code);
    this.#codes.delete(code);
    if (tenant === undefined) return { ok: false, error: 'invalid_code' };
    const { id, wide, botUser } = tenant;
    return {
      ...{ ok: true, app_id: 'A01', scope: 'chat:write', bot_user_id: botUser },
      ...{ authed_user: { id: 'U0WHO' }, is_enterprise_install: wide },
      team: wide ? null : { id, name: 'A practice' },
      enterprise: wide ? { id, name: 'A trust' } : null,
      ...tenant.issue(),
    };
  }
}
