import { type FetchFunction, LogLevel, WebClient } from '@slack/web-api';
import { errorCode, platformError } from './error-code.ts';
import { readIdentity } from './identity.ts';

/** What Slack says about a token. No case text is sent to find out. */
type ProbedToken =
  | {
      readonly ok: true;
      /** Null when Slack does not tell. */
      readonly scopes: readonly string[] | null;
      /** How far this machine's clock is ahead of Slack's, in ms; null when Slack does not tell. */
      readonly aheadMs: number | null;
    }
  | Failed;

/** Slack's own refusal, or `away` when nothing of Slack's answered. */
interface Failed {
  readonly ok: false;
  readonly away: boolean;
  readonly code: string;
}

/** What Slack says about a channel. */
type ProbedChannel =
  | { readonly ok: true; readonly member: boolean; readonly shared: boolean }
  | Failed;

/** Asks Slack about a set-up, for `doctor`. Nothing throws; failures are codes. */
export interface SlackProbe {
  token(): Promise<ProbedToken>;
  /** Whether Slack is there at all, for who has no token yet. */
  reach(): Promise<{ readonly ok: true; readonly aheadMs: number | null } | Failed>;
  /** Whether Socket Mode opens with this app-level token. */
  connection(appToken: string): Promise<{ readonly ok: true } | Failed>;
  channel(id: string): Promise<ProbedChannel>;
}

const CALL_MS = 8_000;

/** Notes what only the headers of an answer tell. */
function listeningFetch() {
  const heard: { scopes: readonly string[] | null; aheadMs: number | null } = {
    ...{ scopes: null, aheadMs: null },
  };
  const ask: FetchFunction = async (input, init) => {
    const sent = Date.now();
    const response = await fetch(input as string, init as RequestInit);
    const middle = (sent + Date.now()) / 2;
    const date = Date.parse(response.headers.get('date') ?? '');
    // The header is cut to whole seconds.
    if (!Number.isNaN(date)) heard.aheadMs = Math.round(middle - date - 500);
    const scopes = response.headers.get('x-oauth-scopes');
    if (scopes !== null) heard.scopes = scopes.split(',').map((scope) => scope.trim());
    return response as unknown as Awaited<ReturnType<FetchFunction>>;
  };
  return { heard, ask };
}

/**
 * A probe with a client of its own.
 * @param apiUrl base URL of the Web API with a slash at its end; Slack's own by default
 */
export function createSlackProbe(botToken: string, apiUrl: string | undefined): SlackProbe {
  const { heard, ask } = listeningFetch();
  const client = new WebClient(botToken, {
    ...{ timeout: CALL_MS, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true },
    ...{ logLevel: LogLevel.ERROR, fetch: ask, logger: SILENT },
    ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
  });
  const failed = (error: unknown): Failed => ({
    ...{ ok: false, away: platformError(error) === null, code: errorCode(error) },
  });
  return {
    async token() {
      try {
        await readIdentity(client);
        return { ok: true, ...heard };
      } catch (error) {
        return failed(error);
      }
    },
    reach: () =>
      client.api.test({}).then(() => ({ ok: true, aheadMs: heard.aheadMs }) as const, failed),
    connection: (appToken) =>
      client.apps.connections.open({ token: appToken }).then(() => ({ ok: true }) as const, failed),
    async channel(id) {
      try {
        const { channel } = await client.conversations.info({ channel: id });
        const shared = channel?.is_ext_shared === true || channel?.is_pending_ext_shared === true;
        return { ok: true, member: channel?.is_member === true, shared };
      } catch (error) {
        return failed(error);
      }
    },
  };
}

const SILENT = {
  ...{ debug: () => undefined, info: () => undefined, warn: () => undefined },
  ...{ error: () => undefined, setLevel: () => undefined, getLevel: () => LogLevel.ERROR },
  setName: () => undefined,
};
