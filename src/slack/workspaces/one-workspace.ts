import type { Clients } from '../clients.ts';
import { type Identity, readIdentity } from '../identity.ts';
import type { InstallPlace } from './install-of.ts';
import { UnknownInstall } from './unknown-install.ts';
import type { Workspace } from './workspace.ts';
import type { Workspaces } from './workspaces.ts';

/** What does not say where it belongs can only belong here. */
const isHere = (we: Identity, place: InstallPlace | null) =>
  place === null || [we.install, we.team, we.enterprise].includes(place.install);

/** The one workspace that a bot token belongs to; Slack is asked once which that is. */
export function createOneWorkspace(
  clients: Clients,
  build: (clients: Clients, we: Identity) => Workspace,
): Workspaces {
  let only: Workspace | null = null;
  return {
    async start() {
      only ??= build(clients, await readIdentity(clients.client));
    },
    async of(place) {
      if (only === null)
        throw new Error('Slack was not asked yet who the bot is: call start() first.');
      if (!isHere(only.identity(), place)) throw new UnknownInstall();
      return only;
    },
    drop: () => undefined,
  };
}
