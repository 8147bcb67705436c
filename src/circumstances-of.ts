import type { Circumstances } from './pipeline/circumstances.ts';
import type { ThreadKey } from './pipeline/message.ts';
import type { RecordStore } from './pipeline/ports.ts';
import { DEFAULT_SETTINGS } from './pipeline/settings/person-settings.ts';
import { DEFAULT_POLICY } from './pipeline/settings/workspace-policy.ts';

/** Looks up what a turn of a person is worked on under; defaults where nobody has chosen. */
export function createCircumstances(records: Pick<RecordStore, 'read'>, now: () => Date) {
  return async ({ team }: Pick<ThreadKey, 'team'>, author: string): Promise<Circumstances> => {
    const [settings, policy] = await Promise.all([
      records.read({ team, kind: 'settings', id: author }),
      records.read({ team, kind: 'policy', id: '' }),
    ]);
    return {
      now: now(),
      settings: settings ?? DEFAULT_SETTINGS,
      policy: policy ?? DEFAULT_POLICY,
    };
  };
}
