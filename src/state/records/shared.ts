import { z } from 'zod';
import type { Shared } from '../../pipeline/share/shared.ts';
import { shape } from '../shape.ts';

/** Where a private case was shared to, as it is stored. */
export const shared = shape<Shared>()({
  channel: z.string(),
  thread: z.string(),
  by: z.string(),
  at: z.number(),
});
