import type { PagingDesk } from '../../src/slack/paging-desk.ts';

/** Nobody is on call. */
export const noPaging: PagingDesk = {
  raise: async () => undefined,
  acknowledge: async () => null,
};
