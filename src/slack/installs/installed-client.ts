import {
  type WebAPICallResult,
  WebAPIPlatformError,
  WebClient,
  type WebClientOptions,
} from '@slack/web-api';

/** Answers that say the token is not good any more. */
const STALE = new Set(['invalid_auth', 'token_expired', 'token_revoked', 'not_authed']);

/** Where a client gets its token, and tells that one was refused. */
export interface TokenSource {
  /** @throws UnknownInstall when there is none any more */
  token(): Promise<string>;
  /** Reads it anew the next time. */
  forget(): void;
}

const isStale = (error: unknown) =>
  error instanceof WebAPIPlatformError && STALE.has(error.data.error);

/**
 * A client that takes the token of its install anew for every call, so that it outlives rotation; a
 * token that another process has renewed meanwhile is looked up once more.
 */
export class InstalledClient extends WebClient {
  readonly #source: TokenSource;

  constructor(source: TokenSource, options: WebClientOptions) {
    super(undefined, options);
    this.#source = source;
  }

  override async apiCall(
    method: string,
    options: Record<string, unknown> = {},
  ): Promise<WebAPICallResult> {
    const token = await this.#source.token();
    try {
      return await super.apiCall(method, { ...options, token });
    } catch (error) {
      if (!isStale(error)) throw error;
      this.#source.forget();
      const next = await this.#source.token();
      if (next === token) throw error;
      return super.apiCall(method, { ...options, token: next });
    }
  }
}
