import type { Alarms } from '../pipeline/ports.ts';
import type { Bells } from '../ring.ts';
import type { FollowUps } from '../slack/follow-ups.ts';
import { FOLLOW_UP } from './follow-up-alarm.ts';
import { createFollowUps } from './prepare-follow-up.ts';
import { createRingFollowUp, type RingParts } from './ring-follow-up.ts';

/** Everything about asking how it went: what listeners ask for, and what happens when it is time. */
export function openFollowUps(
  parts: Omit<RingParts, 'alarms'> & { readonly alarms: Pick<Alarms, 'set' | 'clear'> },
): { readonly followUps: FollowUps; readonly bells: Bells } {
  return {
    followUps: createFollowUps(parts.alarms),
    bells: { [FOLLOW_UP]: createRingFollowUp(parts) },
  };
}
