import type { CustomRoute, Logger } from '@slack/bolt';
import { WebClient, type WebClientOptions } from '@slack/web-api';
import type { Background } from '../background.ts';
import { type Clients, createClients } from '../clients.ts';
import type { Identity } from '../identity.ts';
import { createExchange } from '../installs/exchange-token.ts';
import { createInstallRoutes } from '../installs/install-routes.ts';
import { createInstalls } from '../installs/installs.ts';
import type { SlackOptions } from '../slack-options.ts';
import { createInstalledWorkspaces } from './installed-workspaces.ts';
import { createOneWorkspace } from './one-workspace.ts';
import { createWorkspace } from './workspace.ts';
import type { Workspaces } from './workspaces.ts';

/** What finding workspaces needs. */
type OpenParts = Omit<SlackOptions, 'now'> & {
  readonly background: Background;
  readonly clientOptions: WebClientOptions & { readonly logger: Logger };
  readonly now: () => number;
};

/** The workspaces the app serves, and the pages where it is installed into more. */
export function openWorkspaces(parts: OpenParts): {
  readonly workspaces: Workspaces;
  readonly routes: readonly CustomRoute[];
} {
  const { oauth, clientOptions, log, now, view, claims } = parts;
  const build = (clients: Clients, we: Identity) => createWorkspace(parts, clients, we);
  if (oauth === undefined) {
    const clients = createClients(clientOptions, (each) => new WebClient(parts.token, each));
    return { workspaces: createOneWorkspace(clients, build), routes: [] };
  }
  const exchange = createExchange(oauth, clientOptions, now);
  const installs = createInstalls({ records: oauth.records, claims, exchange, log, now });
  return {
    workspaces: createInstalledWorkspaces(installs, clientOptions, build),
    routes: createInstallRoutes({ oauth, installs, clientOptions, say: view.say, log, now }),
  };
}
