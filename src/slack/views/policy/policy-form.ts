import type { InputBlock } from '@slack/types';
import type { WorkspacePolicy } from '../../../pipeline/settings/workspace-policy.ts';
import type { FormValues } from '../../form-values.ts';
import type { ViewParts } from '../view-parts.ts';

/** What was filled in: the part of the policy it changes, or the fault of each field, by block. */
export type Filled =
  | { readonly ok: true; readonly change: Partial<WorkspacePolicy> }
  /** Keys of the words. */
  | { readonly ok: false; readonly faults: Readonly<Record<string, string>> };

/** One form of the policy: a part of it that is decided together, short enough for a phone. */
export interface PolicyForm {
  readonly inputs: (policy: WorkspacePolicy, parts: Pick<ViewParts, 'say'>) => InputBlock[];
  readonly read: (values: FormValues) => Filled;
}

/** What was filled in, when no field has a fault. */
export function filled(
  change: Partial<WorkspacePolicy>,
  faults: Readonly<Record<string, string | null>>,
): Filled {
  const found = Object.entries(faults).filter((fault): fault is [string, string] => {
    return fault[1] !== null;
  });
  return found.length === 0
    ? { ok: true, change }
    : { ok: false, faults: Object.fromEntries(found) };
}
