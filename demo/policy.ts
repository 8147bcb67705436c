import { DEFAULT_POLICY, type WorkspacePolicy } from '../src/pipeline/settings/workspace-policy.ts';
import { openState } from '../src/state/open-state.ts';
import { CHANNELS, PEOPLE, TEAM_ID } from './workspace.ts';

/** What the owner of the try-out workspace has decided: a supervisor, who is also on call. */
export const DEMO_POLICY: WorkspacePolicy = {
  ...DEFAULT_POLICY,
  supervisionChannel: CHANNELS.supervision.id,
  supervisors: [PEOPLE.supervisor.id],
  owners: [PEOPLE.supervisor.id],
  onCall: [PEOPLE.supervisor.id],
  contacts: { emergency: null, crisis: null, duty: 'Morgan, extension 7 (invented)' },
  workingHours: { days: [1, 2, 3, 4, 5, 6, 7], from: 0, to: 24, zone: 'UTC' },
};

/** Keeps a policy in a state file that no bot has open. @throws StateError when one has */
export async function keepPolicy(
  file: { readonly keys: string; readonly path: string },
  policy: WorkspacePolicy,
): Promise<void> {
  const state = await openState({ ...file, works: false });
  await state.records.change({ team: TEAM_ID, kind: 'policy', id: '' }, () => policy);
  await state.close();
}
