import type { WebClientOptions } from '@slack/web-api';
import type { Installation } from '../../pipeline/installation.ts';
import { type Clients, createClients } from '../clients.ts';
import type { Identity } from '../identity.ts';
import { InstalledClient } from '../installs/installed-client.ts';
import type { Installs } from '../installs/installs.ts';
import type { InstallPlace } from './install-of.ts';
import { UnknownInstall } from './unknown-install.ts';
import type { Workspace } from './workspace.ts';
import type { Workspaces } from './workspaces.ts';

/** Workspaces held in memory; the one used longest ago goes first. */
const MOST_KEPT = 500;

interface Kept {
  readonly installedAt: number;
  readonly workspace: Workspace;
}

const identityOf = (
  { install, enterprise, botUser, bot }: Installation,
  team: string,
): Identity => ({
  ...{ install, team, enterprise, botUser, bot },
});

/** The workspaces of an app that was installed through OAuth, each with clients of its own. */
export function createInstalledWorkspaces(
  installs: Installs,
  options: WebClientOptions,
  build: (clients: Clients, we: Identity) => Workspace,
): Workspaces {
  const kept = new Map<string, Kept>();

  /** An org-wide token needs to be told which workspace is meant. */
  function clientsOf({ install, team }: Installation, place: InstallPlace): Clients {
    const wide = team === null && place.team !== null ? { teamId: place.team } : {};
    const source = {
      token: async () => (await installs.of(install)).token,
      forget: () => installs.forget(install),
    };
    return createClients({ ...options, ...wide }, (each) => new InstalledClient(source, each));
  }

  function keep(id: string, next: Kept): Workspace {
    kept.delete(id);
    kept.set(id, next);
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    return next.workspace;
  }

  return {
    start: async () => undefined,
    async of(place) {
      if (place === null) throw new UnknownInstall();
      const installation = await installs.of(place.install);
      const team = installation.team ?? place.team ?? installation.install;
      const id = `${installation.install} ${team}`;
      const { installedAt } = installation;
      const known = kept.get(id);
      if (known?.installedAt === installedAt) return keep(id, known);
      const clients = clientsOf(installation, place);
      return keep(id, { installedAt, workspace: build(clients, identityOf(installation, team)) });
    },
    drop(install) {
      installs.forget(install);
      for (const id of kept.keys()) if (id.startsWith(`${install} `)) kept.delete(id);
    },
  };
}
