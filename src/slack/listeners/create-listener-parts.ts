import type { WebClient } from '@slack/web-api';
import { createRecentPolicy } from '../../pipeline/settings/recent-policy.ts';
import type { Background } from '../background.ts';
import { createDoor } from '../door.ts';
import { createGreet } from '../greet.ts';
import { createAccess } from '../guards/access.ts';
import { createLiveRules } from '../guards/live-rules.ts';
import { createRate, DEFAULT_LIMITS } from '../guards/rate.ts';
import { createRoles } from '../guards/role.ts';
import { createIngress } from '../ingress.ts';
import { createPrivateCases } from '../private-case.ts';
import { createRehearsalDoor } from '../rehearsal-door.ts';
import type { Services } from '../services.ts';
import type { SlackOptions } from '../slack-options.ts';
import { createViewOf } from '../view-of.ts';
import { UnknownInstall } from '../workspaces/unknown-install.ts';
import type { Workspace } from '../workspaces/workspace.ts';
import type { ListenerParts } from './listener-parts.ts';

/** What the listeners of one workspace are built from. */
export function createListenerParts(
  options: SlackOptions & { readonly background: Background },
  services: Services,
  workspace: Workspace,
): ListenerParts {
  const { client, checker, identity } = workspace;
  const { log, now = Date.now } = options;
  const own = (of: WebClient) => async (team: string) => {
    if (team !== identity().install) throw new UnknownInstall();
    return of;
  };
  const clientOf = own(client);
  const recent = createRecentPolicy(services.policies, now);
  const rules = createLiveRules(recent, options.channels, identity);
  const hasRoom = createRate(options.limits ?? DEFAULT_LIMITS, now);
  const access = createAccess(workspace.directory, rules.refresh, identity, hasRoom);
  const { channels, paused } = rules;
  const view = createViewOf(options)(identity().install);
  const told = {
    ...{ ...options, ...workspace, ...services, clientOf, now, access, channels, paused, view },
  };
  const doors = { door: createDoor(told), rehearse: createRehearsalDoor(told) };
  const ingress = { ...told, ...doors, greet: createGreet(told) };
  const policyOf = services.policies.read;
  return {
    ...ingress,
    receive: createIngress(ingress),
    privately: createPrivateCases(ingress),
    roles: createRoles({
      ...{ clientOf: own(checker), identityOf: identity, policyOf, log, now },
    }),
  };
}
