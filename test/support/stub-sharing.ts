import type { Sharing } from '../../src/slack/sharing.ts';

/** Nothing has been shared, and nothing can be. */
export const noSharing: Sharing = {
  of: async () => null,
  preview: async (kase) => kase,
  share: async () => Promise.reject(new Error('Nothing can be shared here.')),
};
