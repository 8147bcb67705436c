import type { ServerResponse } from 'node:http';
import type { CustomRoute, Logger } from '@slack/bolt';
import { ErrorCode, type Installation as Installed, InstallProvider } from '@slack/oauth';
import type { WebClientOptions } from '@slack/web-api';
import type { Say } from '../../pipeline/thread/what-changed.ts';
import { errorCode } from '../error-code.ts';
import type { SlackLog } from '../slack-log.ts';
import { admitInstall } from './admit-install.ts';
import {
  askPage,
  donePage,
  failedPage,
  type InstallFailure,
  PAGE_HEADERS,
  type Page,
  renderPage,
} from './install-page.ts';
import type { Installs } from './installs.ts';
import type { OAuthOptions } from './oauth-options.ts';
import { createStateStore } from './state-store.ts';
import { toInstallation } from './to-installation.ts';

/** What the pages of the OAuth flow need. */
export interface InstallRouteParts {
  readonly oauth: OAuthOptions;
  readonly installs: Installs;
  readonly clientOptions: WebClientOptions & { readonly logger: Logger };
  readonly say: Say;
  readonly log: SlackLog;
  readonly now: () => number;
}

/** Where a browser begins, and where Slack sends it back to. */
const INSTALL_PATH = '/slack/install';
const CALLBACK_PATH = '/slack/oauth_redirect';

const STATE_CODES = new Set<string>([
  ErrorCode.InvalidStateError,
  ErrorCode.MissingStateError,
  ErrorCode.MissingCodeError,
]);

function show(res: ServerResponse, status: number, page: Page): void {
  res.writeHead(status, PAGE_HEADERS);
  res.end(renderPage(page));
}

/** Slack's own page is beside its Web API. */
const authorizeUrl = (apiUrl = 'https://slack.com/api/') =>
  new URL('/oauth/v2/authorize', apiUrl).href;

function failureOf(code: string): InstallFailure {
  if (STATE_CODES.has(code)) return 'state';
  if (code === 'install-not-allowed') return 'denied';
  return code === ErrorCode.AuthorizationError ? 'cancelled' : 'other';
}

function createProvider(parts: InstallRouteParts): InstallProvider {
  const { oauth, installs, clientOptions, say, now } = parts;
  const asked = {
    scopes: [...oauth.scopes],
    redirectUri: `${oauth.publicUrl}${CALLBACK_PATH}`,
  };
  return new InstallProvider({
    ...{ clientId: oauth.clientId, clientSecret: oauth.clientSecret, clientOptions },
    ...{ logger: clientOptions.logger, installUrlOptions: asked },
    authorizationUrl: authorizeUrl(clientOptions.slackApiUrl),
    stateStore: createStateStore(oauth.records, asked, now),
    installationStore: {
      storeInstallation: async (installed) => {
        const installation = toInstallation(installed as Installed<'v2', boolean>, now());
        await admitInstall(installation, oauth.workspaces, clientOptions);
        await installs.keep(installation);
      },
      fetchInstallation: async () => {
        throw new Error('Installs are read by their id only.');
      },
    },
    renderHtmlForInstallPath: (url) => renderPage(askPage(url, say)),
  });
}

/** The two pages of the OAuth flow; a state is good once, in the browser it was given to. */
export function createInstallRoutes(parts: InstallRouteParts): CustomRoute[] {
  const { oauth, say, log } = parts;
  const provider = createProvider(parts);
  const failed = (res: ServerResponse, error: unknown) => {
    const why = failureOf(errorCode(error));
    log.warn('slack.install-failed', { code: errorCode(error) });
    const page = failedPage(why, `${oauth.publicUrl}${INSTALL_PATH}`, say);
    show(res, why === 'other' ? 500 : 400, page);
  };
  return [
    {
      ...{ path: INSTALL_PATH, method: 'GET' },
      handler: async (req, res) => {
        for (const [name, value] of Object.entries(PAGE_HEADERS)) res.setHeader(name, value);
        await provider.handleInstallPath(req, res).catch((error: unknown) => failed(res, error));
      },
    },
    {
      ...{ path: CALLBACK_PATH, method: 'GET' },
      handler: (req, res) =>
        provider.handleCallback(req, res, {
          success: (installed) => {
            log.info('slack.installed', { kind: installed.isEnterpriseInstall ? 'org' : 'team' });
            show(res, 200, donePage(installed.team?.id ?? null, say));
          },
          failure: (error) => failed(res, error),
        }),
    },
  ];
}
