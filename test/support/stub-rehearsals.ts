import type { Rehearsals } from '../../src/slack/rehearsals.ts';

/** No rehearsal stands anywhere. */
export const noRehearsals: Rehearsals = {
  begin: async () => ({ kind: 'nothing' }),
  at: async () => false,
  take: async () => ({ kind: 'settled' }),
  answer: async () => undefined,
  stop: async () => undefined,
  retract: async () => false,
  placesOf: async () => [],
};
