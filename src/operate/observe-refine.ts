import type { Refine } from '../refine.ts';
import type { CountedLabel } from './meters.ts';
import { sourceOf } from './source-of.ts';
import { observed } from './stage.ts';
import type { Telemetry } from './telemetry.ts';

const RAISED = /^safety\.(open|ask)\.(.+)$/;

/** Safety labels that the model raised, out of the codes it leaves in the audit. */
function raisedIn(audit: readonly string[]): CountedLabel[] {
  return audit.flatMap((code) => {
    const [, status, id] = RAISED.exec(code) ?? [];
    if (id === undefined || (status !== 'open' && status !== 'ask')) return [];
    return [{ id, status } as const];
  });
}

/** Refining with its length, its answers and the labels it raised counted. */
export function observeRefine(refine: Refine, { meters, observe }: Telemetry): Refine {
  return async (turn, signal) => {
    const refined = await observed(observe, 'refine', () => refine(turn, signal));
    if (refined.ok) {
      meters.answer('refined', sourceOf(refined.outcome));
      meters.safety(raisedIn(refined.audit), 'model');
    }
    return refined;
  };
}
