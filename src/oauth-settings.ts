import { z } from 'zod';

const text = z.string().optional();

/** The settings of an app that is installed into several workspaces; without `SLACK_CLIENT_ID` there is one. */
export const OAuthEnvironment = z.object({
  SLACK_CLIENT_ID: text,
  SLACK_CLIENT_SECRET: text,
  IMPASSE_PUBLIC_URL: text,
  IMPASSE_WORKSPACES: text,
});

type Env = Readonly<Record<string, string | undefined>>;

/** Secure, but on one's own machine. */
const PUBLIC = /^(?:https:\/\/[\w.-]{1,253}|http:\/\/(?:127\.0\.0\.1|localhost))(?::\d{1,5})?\/?$/;

const IDS = /^(?:[\s,]{0,20}[TE][A-Z0-9]{2,30}){0,500}[\s,]{0,20}$/;

/** What is wrong with the settings of several workspaces, each with what to do. */
export function oauthFaults(env: Env): string[] {
  const { SLACK_CLIENT_ID: id, SLACK_CLIENT_SECRET: secret, IMPASSE_PUBLIC_URL: url } = env;
  if (!id) {
    const lonely =
      'SLACK_CLIENT_ID is missing beside SLACK_CLIENT_SECRET; copy it from your Slack app';
    return secret ? [lonely] : [];
  }
  const faults: string[] = [];
  if (!IDS.test(env.IMPASSE_WORKSPACES ?? '')) {
    faults.push(
      'IMPASSE_WORKSPACES cannot be used; name workspaces (T…) and organisations (E…) by their ids',
    );
  }
  if (!secret) {
    faults.push('SLACK_CLIENT_SECRET is missing; copy it from Basic Information of your Slack app');
  }
  if (!url || !PUBLIC.test(url)) {
    faults.push(
      `IMPASSE_PUBLIC_URL ${url ? 'cannot be used' : 'is missing'}; set where browsers reach this server, such as https://impasse.example.org`,
    );
  }
  if (env.SLACK_BOT_TOKEN) {
    faults.push(
      'SLACK_BOT_TOKEN is set beside SLACK_CLIENT_ID; leave it out, each workspace gets a token when it is installed',
    );
  }
  if (env.SLACK_APP_TOKEN) {
    faults.push(
      'SLACK_APP_TOKEN is set beside SLACK_CLIENT_ID; leave it out, several workspaces are served over HTTP',
    );
  }
  return faults;
}

/** The checked settings of several workspaces, or null for one. */
export function toOAuth({
  SLACK_CLIENT_ID,
  SLACK_CLIENT_SECRET,
  ...env
}: z.infer<typeof OAuthEnvironment>) {
  if (!SLACK_CLIENT_ID) return null;
  return {
    clientId: SLACK_CLIENT_ID,
    clientSecret: SLACK_CLIENT_SECRET ?? '',
    workspaces: (env.IMPASSE_WORKSPACES ?? '').split(/[\s,]+/).filter((id) => id !== ''),
    publicUrl: (env.IMPASSE_PUBLIC_URL ?? '').replace(/\/$/, ''),
  };
}
