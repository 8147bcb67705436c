import { WebClient, type WebClientOptions } from '@slack/web-api';
import { z } from 'zod';
import type { Installation } from '../../pipeline/installation.ts';

/** A new bot token, with what it takes to get the next. */
export type Exchanged = Pick<Installation, 'token' | 'refreshToken' | 'expiresAt'>;

/** Takes a refresh token to Slack. @throws what the Web API throws */
export type ExchangeToken = (refreshToken: string) => Promise<Exchanged>;

const Answer = z.object({
  access_token: z.string(),
  refresh_token: z.string(),
  expires_in: z.number(),
});

/** Changes refresh tokens into bot tokens (`oauth.v2.access` with `grant_type=refresh_token`). */
export function createExchange(
  app: { readonly clientId: string; readonly clientSecret: string },
  options: WebClientOptions,
  now: () => number,
): ExchangeToken {
  const client = new WebClient(undefined, options);
  return async (refreshToken) => {
    const answer = await client.oauth.v2.access({
      client_id: app.clientId,
      client_secret: app.clientSecret,
      grant_type: 'refresh_token',
      refresh_token: refreshToken,
    });
    const { access_token: token, refresh_token: next, expires_in } = Answer.parse(answer);
    return { token, refreshToken: next, expiresAt: now() + expires_in * 1000 };
  };
}
