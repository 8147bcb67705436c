import { createHash } from 'node:crypto';
import type { Trends } from '../pipeline/trends/trends.ts';

/** A mark that is the same for the same figures, whatever weeks have passed without any. */
export function markOf({ directions, markers, triggers, outcomes, review }: Trends): string {
  const figures = JSON.stringify([directions, markers, triggers, outcomes, review]);
  return createHash('sha256').update(figures).digest('base64url').slice(0, 16);
}
